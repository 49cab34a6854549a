package org.colloquy.server.llm.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.provider.Catalogue;
import org.colloquy.server.core.provider.KnownModel;
import org.colloquy.server.core.provider.KnownModels;
import org.colloquy.server.core.provider.KnownProviders;
import org.colloquy.server.core.provider.KnownProviders.KnownProvider;
import org.jspecify.annotations.Nullable;

/// Reads what comes with the program: `providers.json` and `models.json`. Prices stand there in US
/// dollars for a million tokens.
public final class CatalogueFiles {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private CatalogueFiles() {}

  public static Catalogue read() {
    return new Catalogue(providers(file("providers.json")), models(file("models.json")));
  }

  private static JsonNode file(String name) {
    try (var file = Objects.requireNonNull(CatalogueFiles.class.getResourceAsStream(name), name)) {
      return new JsonMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDate asOf(JsonNode file) {
    return LocalDate.parse(file.path("asOf").asText());
  }

  private static KnownProviders providers(JsonNode file) {
    var providers = new ArrayList<KnownProvider>();
    for (var json : file.path("providers")) {
      providers.add(
          new KnownProvider(
              json.path("name").asText(),
              ProviderKind.valueOf(constant(json.path("kind").asText())),
              json.path("address").asText(),
              json.path("keyPage").asText(),
              json.path("needsKey").asBoolean()));
    }
    return new KnownProviders(asOf(file), providers);
  }

  private static KnownModels models(JsonNode file) {
    var models = new ArrayList<KnownModel>();
    for (var json : file.path("models")) {
      var facts =
          new ModelFacts(
              number(json.path("contextWindow")),
              number(json.path("longestAnswer")),
              abilities(json.path("abilities")),
              null);
      models.add(
          new KnownModel(
              texts(json.path("names")),
              json.path("title").asText(),
              facts,
              prices(json.path("price"))));
    }
    return new KnownModels(asOf(file), models);
  }

  private static @Nullable Integer number(JsonNode json) {
    return json.isInt() ? json.intValue() : null;
  }

  private static @Nullable Set<Ability> abilities(JsonNode json) {
    if (!json.isArray()) {
      return null;
    }
    var abilities = EnumSet.noneOf(Ability.class);
    texts(json).forEach(word -> abilities.add(Ability.valueOf(constant(word))));
    return abilities;
  }

  private static Map<String, ModelPrice> prices(JsonNode json) {
    var prices = new HashMap<String, ModelPrice>();
    for (var host : texts(json.path("at"))) {
      prices.put(
          host,
          new ModelPrice(
              millionths(json.path("input")),
              millionths(json.path("output")),
              millionthsOrNull(json.path("cached")),
              millionthsOrNull(json.path("cacheWritten"))));
    }
    return prices;
  }

  private static @Nullable Long millionthsOrNull(JsonNode dollars) {
    return dollars.isNumber() ? millionths(dollars) : null;
  }

  private static long millionths(JsonNode dollars) {
    return dollars.decimalValue().multiply(MILLION).longValueExact();
  }

  private static List<String> texts(JsonNode json) {
    var texts = new ArrayList<String>();
    json.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
