package org.colloquy.server.core.provider;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderKind;

/// What is generally known of models. What a provider says about its own counts more.
public final class KnownModels {
  private static final ModelFacts RUN_HERE =
      new ModelFacts(null, null, Set.of(Ability.TEXT), ModelPrice.FREE);

  /// The day of a version, or the word for the newest one.
  private static final Pattern VERSION =
      Pattern.compile("[-@](\\d{4}-\\d{2}-\\d{2}|\\d{8}|latest)$");

  private static final int MOST_REMEMBERED = 10_000;

  private final LocalDate asOf;
  private final Map<String, KnownModel> named = new HashMap<>();
  private final List<Family> families = new ArrayList<>();
  private final Map<String, Optional<KnownModel>> found = new ConcurrentHashMap<>();

  /// @param asOf when they were looked up last
  /// @param models of several that match a name, the first counts
  public KnownModels(LocalDate asOf, List<KnownModel> models) {
    this.asOf = asOf;
    for (var model : models) {
      for (var name : model.names()) {
        if (name.contains("*")) {
          families.add(new Family(pattern(name), model));
        } else {
          named.putIfAbsent(name, model);
        }
      }
    }
  }

  /// When they were looked up last.
  public LocalDate asOf() {
    return asOf;
  }

  /// What is known of a provider's model beside what the provider says.
  public ModelFacts of(Provider provider, String model) {
    return of(provider.kind(), host(provider), model);
  }

  /// The provider with all that is known of its models: what it says itself, and what is known
  /// else.
  Provider completed(Provider provider) {
    var host = host(provider);
    return provider.with(
        provider.models().stream()
            .map(model -> model.with(model.facts().or(of(provider.kind(), host, model.name()))))
            .toList());
  }

  private ModelFacts of(ProviderKind kind, String host, String model) {
    if (kind == ProviderKind.LOCAL || kind == ProviderKind.GGUF) {
      return RUN_HERE;
    }
    return find(model).map(known -> known.at(host)).orElse(ModelFacts.UNKNOWN);
  }

  /// The title of a model that is known by name, else its name.
  String titleOf(String model) {
    var known = named.get(model);
    return known == null || known.title().isEmpty() ? model : known.title();
  }

  private Optional<KnownModel> find(String model) {
    var known = found.get(model);
    if (known != null) {
      return known;
    }
    var looked = lookUp(plain(model));
    if (found.size() < MOST_REMEMBERED) {
      found.put(model, looked);
    }
    return looked;
  }

  private Optional<KnownModel> lookUp(String name) {
    var dated = named.get(name);
    var undated = dated == null ? named.get(VERSION.matcher(name).replaceFirst("")) : dated;
    if (undated != null) {
      return Optional.of(undated);
    }
    return families.stream()
        .filter(family -> family.names.matcher(name).matches())
        .map(Family::model)
        .findFirst();
  }

  /// Without the vendor that stands before it where many vendors' models are offered, and without
  /// the variant behind it.
  private static String plain(String model) {
    var name = model.toLowerCase(Locale.ROOT);
    int vendor = name.lastIndexOf('/');
    return vendor < 0 ? name : name.substring(vendor + 1).replaceFirst(":.*$", "");
  }

  private static String host(Provider provider) {
    var host = provider.address().isEmpty() ? null : URI.create(provider.address()).getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  private static Pattern pattern(String name) {
    return Pattern.compile(
        Pattern.compile("\\*")
            .splitAsStream(name + " ")
            .map(part -> Pattern.quote(part.strip()))
            .collect(Collectors.joining(".*")));
  }

  private record Family(Pattern names, KnownModel model) {}
}
