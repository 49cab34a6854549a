package org.colloquy.server.core.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names for columns by which they can be asked for: as their headings, but each only once.
final class ColumnNames {
  private static final int LONGEST = 120;

  private ColumnNames() {}

  /// @param headings fewer than the width where some have none
  static List<String> of(List<String> headings, int width) {
    var names = new ArrayList<String>();
    var taken = new HashSet<String>();
    for (int i = 0; i < width; i++) {
      var wanted = i < headings.size() ? plain(headings.get(i)) : "";
      names.add(distinct(wanted.isEmpty() ? "column_" + (i + 1) : wanted, taken));
    }
    return names;
  }

  private static String plain(String heading) {
    var plain = new StringBuilder();
    heading
        .codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) ? ' ' : c)
        .map(c -> c == '"' ? '\'' : c)
        .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE)
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(plain::appendCodePoint);
    return plain.toString().strip().replaceAll(" {2,}", " ");
  }

  private static String distinct(String wanted, Set<String> taken) {
    var chosen = wanted;
    for (int n = 2; !taken.add(chosen.toUpperCase(Locale.ROOT)); n++) {
      chosen = wanted + "_" + n;
    }
    return chosen;
  }
}
