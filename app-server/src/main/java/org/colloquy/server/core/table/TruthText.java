package org.colloquy.server.core.table;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Yes or no as it stands in a file.
final class TruthText {
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("true", "false"),
          List.of("yes", "no"),
          List.of("ja", "nein"),
          List.of("wahr", "falsch"),
          List.of("oui", "non"),
          List.of("t", "f"),
          List.of("y", "n"),
          List.of("1", "0"));

  /// The pair that is also numbers.
  private static final int NUMBERS = PAIRS.size() - 1;

  private static final int LONGEST = 6;

  private TruthText() {}

  /// Which words stand for yes and no here; -1 for none. Ones and zeros are numbers.
  static int pair(String text) {
    int found = find(text);
    return found == NUMBERS ? -1 : found;
  }

  static @Nullable Boolean read(String text) {
    int pair = find(text);
    return pair < 0 ? null : PAIRS.get(pair).getFirst().equalsIgnoreCase(text);
  }

  private static int find(String text) {
    if (text.length() > LONGEST) {
      return -1;
    }
    var word = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < PAIRS.size(); i++) {
      if (PAIRS.get(i).contains(word)) {
        return i;
      }
    }
    return -1;
  }
}
