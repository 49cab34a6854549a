package org.colloquy.server.llm.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.provider.Catalogue;
import org.colloquy.server.core.provider.KnownProviders;
import org.colloquy.server.core.provider.KnownProviders.KnownProvider;
import org.colloquy.server.core.provider.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueFilesTest {
  private static final String OPENAI = "https://api.openai.com/v1";
  private static final String OPENROUTER = "https://openrouter.ai/api/v1";

  private final Catalogue catalogue = CatalogueFiles.read();

  private ModelFacts facts(String address, String model) {
    var provider =
        new Provider(
            new ProviderId(new UUID(0, 1)),
            1,
            null,
            "P",
            ProviderKind.OPENAI_CHAT,
            address,
            List.of(),
            Instant.EPOCH);
    return catalogue.models().of(provider, model);
  }

  @Test
  void knowsWhomPeopleAsk() {
    var all = catalogue.providers().all();
    assertThat(all)
        .extracting(KnownProvider::name)
        .contains("OpenAI", "Anthropic", "Google Gemini", "OpenRouter", "Azure OpenAI", "xAI")
        .doesNotHaveDuplicates();
    assertThat(all).contains(KnownProviders.OPENAI);
    assertThat(all)
        .filteredOn(known -> !known.address().isEmpty())
        .allSatisfy(known -> assertThat(Origin.of(URI.create(known.address()))).isPresent());
    assertThat(all)
        .filteredOn(KnownProvider::needsKey)
        .noneMatch(known -> known.keyPage().isEmpty());
  }

  @Test
  void knowsAModelAtItsMaker() {
    assertThat(facts(OPENAI, "gpt-4o"))
        .isEqualTo(
            new ModelFacts(
                128_000,
                16_384,
                Set.of(Ability.TEXT, Ability.IMAGES, Ability.TOOLS),
                new ModelPrice(2_500_000, 10_000_000, 1_250_000L, null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o-2024-08-06", "GPT-4o", "gpt-4o-latest"})
  void knowsItByNamesWithADay(String name) {
    assertThat(facts(OPENAI, name)).isEqualTo(facts(OPENAI, "gpt-4o"));
  }

  @Test
  void knowsAVersionThatIsDifferent() {
    assertThat(facts(OPENAI, "gpt-4o-2024-05-13").price())
        .isEqualTo(new ModelPrice(5_000_000, 15_000_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai/gpt-4o", "openai/gpt-4o:extended", "gpt-4o"})
  void doesNotTakeAnothersPrice(String name) {
    var elsewhere = facts(OPENROUTER, name);
    assertThat(elsewhere.contextWindow()).isEqualTo(128_000);
    assertThat(elsewhere.price()).isNull();
  }

  @Test
  void knowsFamilies() {
    assertThat(
            facts("http://localhost:1234/v1", "meta-llama/Llama-3.3-70B-Instruct").contextWindow())
        .isEqualTo(131_072);
    assertThat(facts("https://api.anthropic.com/v1", "claude-3-5-haiku-20241022").price())
        .isEqualTo(new ModelPrice(800_000, 4_000_000, 80_000L, 1_000_000L));
  }

  @Test
  void knowsWhatAnthropicsCacheCosts() {
    for (var name : List.of("claude-opus-4-1", "claude-sonnet-4-5", "claude-3-haiku")) {
      var price = Objects.requireNonNull(facts("https://api.anthropic.com/v1", name).price(), name);
      assertThat(price.cached()).as(name).isBetween(price.input() / 10, price.input() * 12 / 100);
      assertThat(price.cacheWritten())
          .as(name)
          .isBetween(price.input() * 6 / 5, price.input() * 5 / 4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o-realtime-preview", "gpt-4o-mini-tts", "my-own", "", "gpt-4.5"})
  void doesNotGuess(String name) {
    assertThat(facts(OPENAI, name)).isEqualTo(ModelFacts.UNKNOWN);
  }
}
