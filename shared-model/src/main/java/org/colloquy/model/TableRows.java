package org.colloquy.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a table, or of what was asked of tables.
///
/// @param rows a value for each column, as text; null for a missing one
/// @param cut whether there are more rows than these
public record TableRows(
    List<ResultColumn> columns, List<List<@Nullable String>> rows, boolean cut) {
  public TableRows {
    columns = List.copyOf(columns);
    var copied = new ArrayList<List<@Nullable String>>();
    rows.forEach(row -> copied.add(Collections.unmodifiableList(new ArrayList<>(row))));
    rows = Collections.unmodifiableList(copied);
  }

  /// A column of a result.
  public record ResultColumn(String name, ColumnType type) {}
}
