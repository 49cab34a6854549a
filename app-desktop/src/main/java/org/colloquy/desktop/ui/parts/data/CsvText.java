package org.colloquy.desktop.ui.parts.data;

import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.model.TableRows;
import org.colloquy.model.TableRows.ResultColumn;
import org.jspecify.annotations.Nullable;

/// Rows as other programs read them.
public final class CsvText {
  private CsvText() {}

  /// The names of the columns, then the rows.
  public static String of(TableRows rows) {
    var text = new StringBuilder(line(rows.columns().stream().map(ResultColumn::name).toList()));
    rows.rows().forEach(row -> text.append(line(row)));
    return text.toString();
  }

  /// Lines of plain words.
  public static String of(List<List<String>> lines) {
    return lines.stream().map(CsvText::line).collect(Collectors.joining());
  }

  /// Somebody's words, such that no spreadsheet takes them for a formula and runs it.
  public static String harmless(String words) {
    return !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
  }

  private static String line(List<? extends @Nullable String> values) {
    return values.stream().map(CsvText::value).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String value(@Nullable String value) {
    if (value == null) {
      return "";
    }
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain && !value.isEmpty() ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
