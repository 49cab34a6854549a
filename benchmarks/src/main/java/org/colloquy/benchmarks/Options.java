package org.colloquy.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a benchmark was told on the command line: `--name value`, or `--name` alone.
record Options(Map<String, String> values) {
  /// The command line cannot be understood; the message says why.
  static final class NotUnderstood extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NotUnderstood(String message) {
      super(message);
    }
  }

  Options {
    values = Map.copyOf(values);
  }

  /// Reads the command line.
  ///
  /// @param flags options without a value
  /// @param settings options with one
  static Options of(List<String> arguments, Set<String> flags, Set<String> settings) {
    Map<String, String> values = new HashMap<>();
    for (int at = 0; at < arguments.size(); at++) {
      String name = arguments.get(at);
      if (flags.contains(name)) {
        values.put(name, "");
      } else if (settings.contains(name) && at + 1 < arguments.size()) {
        values.put(name, arguments.get(++at));
      } else {
        throw new NotUnderstood(
            settings.contains(name)
                ? name + " wants a value."
                : "There is no option " + name + ".");
      }
    }
    return new Options(values);
  }

  boolean has(String flag) {
    return values.containsKey(flag);
  }

  String text(String setting, String otherwise) {
    return values.getOrDefault(setting, otherwise);
  }

  int number(String setting, int otherwise) {
    return has(setting) ? parse(setting, text(setting, "")) : otherwise;
  }

  /// Numbers with commas between them.
  List<Integer> numbers(String setting, List<Integer> otherwise) {
    return has(setting)
        ? Arrays.stream(text(setting, "").split(",", -1)).map(text -> parse(setting, text)).toList()
        : otherwise;
  }

  private static int parse(String setting, String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException notANumber) {
      throw new NotUnderstood(setting + " wants a number, not " + text + ".");
    }
  }
}
