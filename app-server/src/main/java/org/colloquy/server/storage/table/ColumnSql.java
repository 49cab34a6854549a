package org.colloquy.server.storage.table;

import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.model.ColumnType;
import org.colloquy.model.TableColumn;

/// Columns in the words of SQL.
final class ColumnSql {
  private ColumnSql() {}

  /// As they stand in `create table`.
  static String of(List<TableColumn> columns) {
    return columns.stream()
        .map(column -> TableFile.quoted(column.name()) + " " + sqlType(column.type()))
        .collect(Collectors.joining(", "));
  }

  private static String sqlType(ColumnType type) {
    return switch (type) {
      case INTEGER -> "bigint";
      case DECIMAL -> "decfloat(40)";
      case DOUBLE -> "double precision";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIME -> "time(9)";
      case TIMESTAMP -> "timestamp(9)";
      case TEXT -> "varchar";
    };
  }
}
