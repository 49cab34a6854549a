package org.colloquy.server.storage.table;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.ColumnType;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TableRows;
import org.colloquy.model.TableRows.ResultColumn;
import org.jspecify.annotations.Nullable;

/// Reads the result of a question.
final class ResultRows {
  /// In characters; what goes beyond ends the result.
  private static final int LONGEST = 4 * 1024 * 1024;

  /// In characters, of one value.
  private static final int LONGEST_VALUE = 20_000;

  private static final int MOST_COLUMNS = 1_100;

  private ResultRows() {}

  static TableRows read(Statement statement, String sql, int most) throws SQLException {
    try (var result = statement.executeQuery(sql)) {
      var columns = columns(result);
      var rows = new ArrayList<List<@Nullable String>>();
      int length = 0;
      boolean more = result.next();
      while (more && rows.size() < most && length < LONGEST) {
        var row = new ArrayList<@Nullable String>();
        for (int i = 1; i <= columns.size(); i++) {
          var value = value(result, i, columns.get(i - 1).type());
          length += value == null ? 1 : value.length();
          row.add(value);
        }
        rows.add(row);
        more = result.next();
      }
      return new TableRows(columns, rows, more);
    }
  }

  private static List<ResultColumn> columns(ResultSet result) throws SQLException {
    var meta = result.getMetaData();
    if (meta.getColumnCount() > MOST_COLUMNS) {
      throw new ProblemException(
          new Problem.Unavailable("The result has more than " + MOST_COLUMNS + " columns."));
    }
    var columns = new ArrayList<ResultColumn>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      var type =
          meta.getColumnTypeName(i).startsWith("DECFLOAT")
              ? ColumnType.DECIMAL
              : type(meta.getColumnType(i));
      columns.add(new ResultColumn(meta.getColumnLabel(i), type));
    }
    return columns;
  }

  private static ColumnType type(int sqlType) {
    return switch (sqlType) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> ColumnType.INTEGER;
      case Types.NUMERIC, Types.DECIMAL -> ColumnType.DECIMAL;
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> ColumnType.DOUBLE;
      case Types.BOOLEAN, Types.BIT -> ColumnType.BOOLEAN;
      case Types.DATE -> ColumnType.DATE;
      case Types.TIME, Types.TIME_WITH_TIMEZONE -> ColumnType.TIME;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ColumnType.TIMESTAMP;
      default -> ColumnType.TEXT;
    };
  }

  private static @Nullable String value(ResultSet result, int column, ColumnType type)
      throws SQLException {
    if (type == ColumnType.DECIMAL) {
      var number = result.getBigDecimal(column);
      return number == null ? null : plain(number);
    }
    if (type == ColumnType.BOOLEAN) {
      boolean truth = result.getBoolean(column);
      return result.wasNull() ? null : String.valueOf(truth);
    }
    var text = result.getString(column);
    return text == null || text.length() <= LONGEST_VALUE
        ? text
        : text.substring(0, LONGEST_VALUE) + "…";
  }

  /// Without zeros at the end that only a division made.
  private static String plain(BigDecimal number) {
    var stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return Math.abs(stripped.scale()) > 60 ? stripped.toString() : stripped.toPlainString();
  }
}
