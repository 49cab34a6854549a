package org.colloquy.server.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// What was typed after the command: `--name value` or `--name=value`.
record Arguments(Map<String, List<String>> values) {
  static Arguments parse(List<String> words) {
    var values = new LinkedHashMap<String, List<String>>();
    var rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      var word = rest.poll();
      var name = name(word);
      int equals = word.indexOf('=');
      var value = equals < 0 ? rest.poll() : word.substring(equals + 1);
      if (value == null || value.isBlank()) {
        throw wrong(word, "This needs a value.");
      }
      values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return new Arguments(values);
  }

  /// The last value given for a name; null when there is none.
  @Nullable String value(String name) {
    var all = values.get(name);
    return all == null ? null : all.getLast();
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static String name(String word) {
    var name = word.replaceFirst("=.*", "").replaceFirst("^--", "");
    boolean known =
        word.startsWith("--")
            && Stream.of(Setting.values()).anyMatch(setting -> setting.argument().equals(name));
    if (!known) {
      throw wrong(word, "There is no such option; see --help.");
    }
    return name;
  }

  private static ProblemException wrong(String word, String why) {
    return new ProblemException(new Problem.Invalid(word, why));
  }
}
