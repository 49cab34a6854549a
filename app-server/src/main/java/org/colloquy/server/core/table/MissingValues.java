package org.colloquy.server.core.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What stands for a missing value in a file.
final class MissingValues {
  /// What usually does, in small letters.
  private static final Set<String> USUAL =
      Set.of(
          "na", "n/a", "#n/a", "n.a.", "nan", "null", "nil", "none", "missing", "-", "--", "\u2013",
          "?", ".");

  /// What could as well be a text.
  private static final Set<String> WORDS = Set.of("-", "--", "\u2013", "?", ".", "none", "missing");

  private static final int LONGEST = 7;
  private static final int MOST = 20;

  private final Set<String> said;
  private final Set<String> seen = new HashSet<>();

  /// @param said what somebody says that stands for it; empty when nobody said so
  MissingValues(List<String> said) {
    this.said = Set.copyOf(said);
  }

  /// Whether a value is missing by the look of it; it is remembered as what stands for that.
  boolean note(String value) {
    if (value.isEmpty()) {
      return true;
    }
    if (!said.isEmpty()) {
      return said.contains(value);
    }
    if (value.length() > LONGEST || !USUAL.contains(value.toLowerCase(Locale.ROOT))) {
      return false;
    }
    if (seen.size() < MOST) {
      seen.add(value);
    }
    return true;
  }

  List<String> seen() {
    var sorted = new ArrayList<>(seen);
    sorted.sort(null);
    return sorted;
  }

  /// Those of them that are missing values in a column of texts too.
  static Set<String> inTexts(List<String> missing) {
    var left = new HashSet<>(missing);
    left.removeIf(value -> WORDS.contains(value.toLowerCase(Locale.ROOT)));
    return left;
  }
}
