package org.colloquy.server.tool.table;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One table in a database in memory that is gone when this is closed. Questions are put as a user
/// who may read it and nothing else: all that reaches files, other databases or Java needs an
/// administrator.
final class TableDatabase implements AutoCloseable {
  /// What the table is called.
  static final String TABLE = "data";

  private static final String READER = "reader";
  private static final int AT_ONCE = 1_000;

  private final String url;
  private final String password = UUID.randomUUID().toString();
  private final Connection administrator;

  TableDatabase(CsvTable table) throws SQLException {
    url =
        "jdbc:h2:mem:%s;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            .formatted(UUID.randomUUID());
    administrator = DriverManager.getConnection(url, "administrator", UUID.randomUUID().toString());
    try {
      fill(table);
    } catch (SQLException e) {
      administrator.close();
      throw e;
    }
  }

  /// A connection that may read the table.
  Connection reader() throws SQLException {
    return DriverManager.getConnection(url, READER, password);
  }

  private void fill(CsvTable table) throws SQLException {
    var numeric = IntStream.range(0, table.columns().size()).mapToObj(table::isNumeric).toList();
    var columns =
        IntStream.range(0, table.columns().size())
            .mapToObj(
                i -> quoted(table.columns().get(i)) + (numeric.get(i) ? " decfloat" : " varchar"))
            .collect(Collectors.joining(", "));
    var places = table.columns().stream().map(_ -> "?").collect(Collectors.joining(", "));
    try (var statement = administrator.createStatement()) {
      statement.execute("create table %s (%s)".formatted(TABLE, columns));
      statement.execute("create user %s password '%s'".formatted(READER, password));
      statement.execute("grant select on %s to %s".formatted(TABLE, READER));
    }
    try (var insert =
        administrator.prepareStatement("insert into %s values (%s)".formatted(TABLE, places))) {
      int waiting = 0;
      for (var row : table.rows()) {
        for (int i = 0; i < row.size(); i++) {
          var value = numeric.get(i) ? row.get(i).strip() : row.get(i);
          insert.setString(i + 1, value.isEmpty() ? null : value);
        }
        insert.addBatch();
        if (++waiting % AT_ONCE == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  @Override
  public void close() throws SQLException {
    try (var statement = administrator.createStatement()) {
      statement.execute("shutdown immediately");
    } finally {
      administrator.close();
    }
  }
}
