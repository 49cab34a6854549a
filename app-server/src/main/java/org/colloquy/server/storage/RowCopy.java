package org.colloquy.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Carries all rows of a database over into another one of the same shape, H2 or PostgreSQL, and
/// compares what arrived.
final class RowCopy {
  private static final int AT_ONCE = 200;

  private final Connection from;
  private final Connection to;
  private final Consumer<String> progress;

  /// @param to has the tables, and only rows that come with them
  /// @param progress hears a line when a table was carried over
  RowCopy(Connection from, Connection to, Consumer<String> progress) {
    this.from = from;
    this.to = to;
    this.progress = progress;
  }

  /// Carries everything over. The connections are in transactions, which the caller ends.
  ///
  /// @throws SQLException also when the two do not have the same tables, or a row did not arrive as
  ///   it was
  void run() throws SQLException {
    var tables = TableShape.all(to);
    if (!Set.copyOf(tables).equals(Set.copyOf(TableShape.all(from)))) {
      throw new SQLException("the two databases do not have the same tables");
    }
    Product.of(from).readOneByOne(from);
    Product.of(to).readOneByOne(to);
    for (var table : tables.reversed()) {
      say("delete from " + TableShape.quoted(table.name()));
    }
    var sums = new LinkedHashMap<TableShape, RowSum>();
    for (var table : tables) {
      var sum = copy(table);
      sums.put(table, sum);
      progress.accept("%s: %d".formatted(table.name(), sum.rows()));
    }
    continueNumbers();
    compare(sums);
  }

  private RowSum copy(TableShape table) throws SQLException {
    var sum = RowSum.NONE;
    try (var statement = from.createStatement();
        var insert = to.prepareStatement(table.insert())) {
      statement.setFetchSize(AT_ONCE);
      try (var rows = statement.executeQuery(table.select())) {
        while (rows.next()) {
          var row = row(rows);
          sum = sum.plus(row);
          insert(insert, row);
          if (sum.rows() % AT_ONCE == 0) {
            insert.executeBatch();
            Product.of(to).rest(to);
          }
        }
      }
      insert.executeBatch();
      Product.of(to).rest(to);
    }
    return sum;
  }

  private static void insert(PreparedStatement insert, List<@Nullable Object> row)
      throws SQLException {
    for (int i = 0; i < row.size(); i++) {
      insert.setObject(i + 1, row.get(i));
    }
    insert.addBatch();
  }

  /// The values of a row, each as the same kind of object whichever database it comes from.
  private static List<@Nullable Object> row(ResultSet row) throws SQLException {
    var kinds = row.getMetaData();
    var values = new ArrayList<@Nullable Object>();
    for (int i = 1; i <= kinds.getColumnCount(); i++) {
      values.add(value(row, i, kinds.getColumnTypeName(i)));
    }
    return values;
  }

  private static @Nullable Object value(ResultSet row, int column, String kind)
      throws SQLException {
    return switch (kind) {
      case "TIMESTAMP WITH TIME ZONE", "timestamptz" -> {
        var time = row.getObject(column, OffsetDateTime.class);
        yield time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC);
      }
      case "DATE", "date" -> row.getObject(column, LocalDate.class);
      default -> row.getObject(column);
    };
  }

  /// Numbers go on where they were, so that none is given twice.
  private void continueNumbers() throws SQLException {
    try (var statement =
        from.prepareStatement(
            """
            select table_name, column_name from information_schema.columns
            where table_schema = ? and is_identity = 'YES'
            """)) {
      statement.setString(1, from.getSchema());
      try (var columns = statement.executeQuery()) {
        while (columns.next()) {
          var table = columns.getString(1);
          var column = columns.getString(2);
          long next = Product.of(from).nextNumber(from, table, column);
          say(
              "alter table %s alter column %s restart with %d"
                  .formatted(TableShape.quoted(table), TableShape.quoted(column), next));
        }
      }
    }
  }

  private void compare(Map<TableShape, RowSum> sums) throws SQLException {
    for (var sum : sums.entrySet()) {
      var table = sum.getKey();
      var arrived = RowSum.NONE;
      try (var statement = to.createStatement()) {
        statement.setFetchSize(AT_ONCE);
        try (var rows = statement.executeQuery(table.select())) {
          while (rows.next()) {
            arrived = arrived.plus(row(rows));
          }
        }
      }
      if (!arrived.equals(sum.getValue())) {
        throw new SQLException("rows of " + table.name() + " did not arrive as they were");
      }
    }
  }

  private void say(String command) throws SQLException {
    try (var statement = to.createStatement()) {
      statement.execute(command);
    }
  }
}
