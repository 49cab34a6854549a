package org.colloquy.server.api.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.colloquy.model.TableRows;
import org.jspecify.annotations.Nullable;

/// Rows of tables as JSON, and as CSV.
///
/// @param rows values as texts; null for a missing one
/// @param cut whether there are more rows
record RowsJson(
    List<ColumnJson> columns, List<List<@Nullable String>> rows, int count, boolean cut) {
  static RowsJson of(TableRows rows) {
    return new RowsJson(
        rows.columns().stream()
            .map(column -> new ColumnJson(column.name(), AppJson.word(column.type())))
            .toList(),
        rows.rows(),
        rows.rows().size(),
        rows.cut());
  }

  record ColumnJson(String name, String type) {}

  /// As other programs read it, the names of the columns first.
  static void writeCsv(TableRows rows, OutputStream out) {
    try {
      write(rows.columns().stream().map(TableRows.ResultColumn::name).toList(), out);
      for (var row : rows.rows()) {
        write(row, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(List<? extends @Nullable String> values, OutputStream out)
      throws IOException {
    var line = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      var value = values.get(i);
      line.append(i == 0 ? "" : ",").append(value == null ? "" : quoted(value));
    }
    out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain && !value.isEmpty() ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
