package org.colloquy.server.core.table;

import java.util.Locale;
import java.util.Set;

/// Names for tables that need no quotes in SQL.
final class TableNames {
  private static final int LONGEST = 40;

  private TableNames() {}

  /// A name made of the file's and the sheet's, unlike those that are taken.
  static String of(String file, String sheet, Set<String> taken) {
    int end = file.lastIndexOf('.');
    var wanted = word(end > 0 ? file.substring(0, end) : file);
    if (!sheet.isEmpty()) {
      wanted = wanted + "_" + word(sheet);
    }
    if (!wanted.matches("[a-z].*")) {
      wanted = "t_" + wanted;
    }
    if (wanted.equals("t_") || Reserved.WORDS.contains(wanted)) {
      wanted = wanted + "table";
    }
    var chosen = wanted;
    for (int n = 2; taken.contains(chosen); n++) {
      chosen = wanted + "_" + n;
    }
    return chosen;
  }

  private static String word(String text) {
    var plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    var cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    return cut.replaceAll("^_+|_+$", "");
  }

  /// Words of SQL that are no names.
  private static final class Reserved {
    private static final Set<String> WORDS =
        Set.of(
            "all",
            "and",
            "any",
            "array",
            "as",
            "asymmetric",
            "authorization",
            "between",
            "both",
            "case",
            "cast",
            "check",
            "constraint",
            "cross",
            "current_date",
            "day",
            "default",
            "distinct",
            "else",
            "end",
            "except",
            "exists",
            "false",
            "fetch",
            "for",
            "foreign",
            "from",
            "full",
            "group",
            "groups",
            "having",
            "hour",
            "if",
            "ilike",
            "in",
            "inner",
            "intersect",
            "interval",
            "is",
            "join",
            "key",
            "leading",
            "left",
            "like",
            "limit",
            "minus",
            "minute",
            "month",
            "natural",
            "not",
            "null",
            "offset",
            "on",
            "or",
            "order",
            "over",
            "partition",
            "primary",
            "qualify",
            "range",
            "regexp",
            "right",
            "row",
            "rownum",
            "rows",
            "second",
            "select",
            "set",
            "some",
            "symmetric",
            "table",
            "to",
            "top",
            "trailing",
            "true",
            "uescape",
            "union",
            "unique",
            "unknown",
            "user",
            "using",
            "value",
            "values",
            "when",
            "where",
            "window",
            "with",
            "year");

    private Reserved() {}
  }
}
