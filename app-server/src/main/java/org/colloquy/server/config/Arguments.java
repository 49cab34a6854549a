package org.colloquy.server.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.server.core.Rules;
import org.jspecify.annotations.Nullable;

/// What was typed after the command: `--name value` or `--name=value`, and `--share` alone.
record Arguments(Map<String, List<String>> values) {
  /// Reads them, and notes what cannot be understood.
  static Arguments parse(List<String> words, Rules rules) {
    var values = new LinkedHashMap<String, List<String>>();
    var rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      var word = rest.poll();
      var name = word.replaceFirst("=.*", "").replaceFirst("^--", "");
      int equals = word.indexOf('=');
      var value = equals >= 0 ? word.substring(equals + 1) : next(name, rest);
      if (!word.startsWith("--") || !isKnown(name)) {
        rules.expect(false, word, "There is no such option; see --help.");
      } else if (value == null || value.isBlank()) {
        rules.expect(false, word, "This needs a value.");
      } else {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
    }
    return new Arguments(values);
  }

  /// What follows a name. `--share` needs nothing.
  private static @Nullable String next(String name, ArrayDeque<String> rest) {
    var following = rest.peek();
    boolean alone = following == null || following.startsWith("--");
    return name.equals(Setting.SHARE.argument()) && alone ? "yes" : rest.poll();
  }

  /// The last value given for a name; null when there is none.
  @Nullable String value(String name) {
    var all = values.get(name);
    return all == null ? null : all.getLast();
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static boolean isKnown(String name) {
    return Stream.of(Setting.values()).anyMatch(setting -> setting.argument().equals(name));
  }
}
