package org.colloquy.server.core.turn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;

/// The names of all models that somebody sees. Pure: the same providers have the same names, and
/// one that is added later takes none away.
final class ModelNames {
  private final Map<String, Provider> providers = new LinkedHashMap<>();
  private final List<NamedModel> all = new ArrayList<>();

  /// @param visible by number: of two that are called alike, the older one has the plain name
  ModelNames(List<Provider> visible) {
    for (var provider : visible) {
      var name = free(plain(provider.name()), provider.number());
      providers.put(name, provider);
      for (var model : provider.models()) {
        all.add(new NamedModel(name + "/" + model.name(), provider, model));
      }
    }
  }

  List<NamedModel> all() {
    return List.copyOf(all);
  }

  /// The model of this name, or the only one that its provider calls so.
  ///
  /// @throws ProblemException Invalid when several providers call one of theirs so
  Optional<NamedModel> find(String name) {
    var named = all.stream().filter(model -> model.name().equals(name)).findFirst();
    return named.isPresent() ? named : only(name);
  }

  /// The provider in a name whose model is not in the provider's list.
  Optional<Provider> provider(String name) {
    return model(name).isBlank()
        ? Optional.empty()
        : Optional.ofNullable(providers.get(before(name)));
  }

  /// The model in such a name.
  static String model(String name) {
    return name.substring(Math.min(before(name).length() + 1, name.length()));
  }

  private Optional<NamedModel> only(String name) {
    var alike = all.stream().filter(one -> one.model().name().equals(name)).toList();
    if (alike.size() > 1) {
      var names = alike.stream().map(NamedModel::name).collect(Collectors.joining(", "));
      throw new ProblemException(
          new Problem.Invalid("model", "Several providers have it; name one of these: " + names));
    }
    return alike.stream().findFirst();
  }

  private String free(String plain, long number) {
    var name = new StringBuilder(plain);
    while (providers.containsKey(name.toString())) {
      name.append('-').append(number);
    }
    return name.toString();
  }

  private static String plain(String provider) {
    var plain =
        provider
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}.]+", "-")
            .replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "provider" : plain;
  }

  private static String before(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }
}
