package org.colloquy.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Carries all rows of a database over into a new one of the same shape. H2 leaves what was deleted
/// in free places of its file; a new file has none of it.
final class Rebuild {
  private static final String WANTED = "rebuild_wanted";
  private static final int AT_ONCE = 200;

  private final Connection from;
  private final Connection to;

  /// @param to has the tables, and only rows that come with them
  Rebuild(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  /// A table, its columns, and an order in which no two different rows are alike.
  private record Table(String name, List<String> columns, List<String> order) {
    String select() {
      return "select %s from %s order by %s"
          .formatted(listed(columns), quoted(name), listed(order));
    }

    String insert() {
      var marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
      return "insert into %s (%s) values (%s)".formatted(quoted(name), listed(columns), marks);
    }

    private static String listed(List<String> names) {
      return names.stream().map(Rebuild::quoted).collect(Collectors.joining(", "));
    }
  }

  /// Whether somebody's words were erased since the file was built.
  static boolean wanted(Connection owner) throws SQLException {
    try (var tables = owner.getMetaData().getTables(null, "public", WANTED, null)) {
      if (!tables.next()) {
        return false;
      }
    }
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery("select 1 from " + WANTED)) {
      return rows.next();
    }
  }

  /// Copies everything and compares every row.
  ///
  /// @throws SQLException also when a row did not arrive as it was
  void run() throws SQLException {
    var tables = tables();
    say(from, "set lazy_query_execution 1"); // rows come one by one, not all at once
    say(to, "set lazy_query_execution 1");
    say(to, "set referential_integrity false");
    to.setAutoCommit(false);
    for (var table : tables) {
      copy(table);
    }
    to.setAutoCommit(true);
    say(to, "set referential_integrity true");
    continueNumbers();
    for (var table : tables) {
      compare(table);
    }
  }

  private List<Table> tables() throws SQLException {
    var names = new ArrayList<String>();
    try (var found =
        from.getMetaData().getTables(null, "public", "%", new String[] {"BASE TABLE"})) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME"));
      }
    }
    names.remove(WANTED);
    var tables = new ArrayList<Table>();
    for (var name : names) {
      tables.add(table(name));
    }
    return tables;
  }

  private Table table(String name) throws SQLException {
    var metadata = from.getMetaData();
    List<String> columns;
    try (var found = metadata.getColumns(null, "public", name, "%")) {
      columns = strings(found, "COLUMN_NAME");
    }
    try (var found = metadata.getPrimaryKeys(null, "public", name)) {
      var key = strings(found, "COLUMN_NAME");
      return new Table(name, columns, key.isEmpty() ? columns : key);
    }
  }

  private static List<String> strings(ResultSet rows, String column) throws SQLException {
    var strings = new ArrayList<String>();
    while (rows.next()) {
      strings.add(rows.getString(column));
    }
    return strings;
  }

  private void copy(Table table) throws SQLException {
    say(to, "delete from " + quoted(table.name));
    try (var statement = from.createStatement();
        var rows = statement.executeQuery(table.select());
        var insert = to.prepareStatement(table.insert())) {
      for (int copied = 1; rows.next(); copied++) {
        insert(insert, rows, table.columns.size());
        if (copied % AT_ONCE == 0) {
          to.commit();
        }
      }
    }
    to.commit();
  }

  private static void insert(PreparedStatement insert, ResultSet row, int columns)
      throws SQLException {
    for (int i = 1; i <= columns; i++) {
      insert.setObject(i, row.getObject(i));
    }
    insert.execute();
  }

  /// Numbers go on where they were, so that none is given twice.
  private void continueNumbers() throws SQLException {
    try (var statement = from.createStatement();
        var columns =
            statement.executeQuery(
                """
                select table_name, column_name, identity_base from information_schema.columns
                where table_schema = 'public' and is_identity = 'YES'
                """)) {
      while (columns.next()) {
        say(
            to,
            "alter table %s alter column %s restart with %d"
                .formatted(
                    quoted(columns.getString(1)),
                    quoted(columns.getString(2)),
                    columns.getLong(3)));
      }
    }
  }

  private void compare(Table table) throws SQLException {
    try (var before = from.createStatement();
        var after = to.createStatement();
        var old = before.executeQuery(table.select());
        var copied = after.executeQuery(table.select())) {
      boolean more = old.next();
      boolean same = more == copied.next();
      while (same && more) {
        same = isSame(old, copied, table.columns.size());
        more = old.next();
        same &= more == copied.next();
      }
      if (!same) {
        throw new SQLException("rows of " + table.name + " did not arrive as they were");
      }
    }
  }

  private static boolean isSame(ResultSet one, ResultSet other, int columns) throws SQLException {
    for (int i = 1; i <= columns; i++) {
      if (!Objects.deepEquals(one.getObject(i), other.getObject(i))) {
        return false;
      }
    }
    return true;
  }

  private static void say(Connection connection, String command) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
