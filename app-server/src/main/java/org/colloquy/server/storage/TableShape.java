package org.colloquy.server.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table as its database describes it.
///
/// @param others those that its rows refer to
record TableShape(String name, List<String> columns, Set<String> others) {
  /// What is not a row of somebody: what Flyway did here, a wish of a file, and what servers keep
  /// that are running.
  private static final Set<String> NOT_CARRIED =
      Stream.concat(
              Stream.of("flyway_schema_history", "rebuild_wanted"), PostgresServers.TABLES.stream())
          .collect(Collectors.toUnmodifiableSet());

  /// All tables whose rows are carried from one database to another, each after those that it
  /// refers to. They are asked of the database, so that none is ever forgotten.
  ///
  /// @throws SQLException also when tables refer to each other in a circle
  static List<TableShape> all(Connection connection) throws SQLException {
    var waiting = new ArrayList<TableShape>();
    try (var found =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      for (var name : strings(found, "TABLE_NAME")) {
        if (!NOT_CARRIED.contains(name)) {
          waiting.add(of(connection, name));
        }
      }
    }
    return sorted(waiting);
  }

  private static List<TableShape> sorted(List<TableShape> waiting) throws SQLException {
    var sorted = new ArrayList<TableShape>();
    var names = new LinkedHashSet<String>();
    while (!waiting.isEmpty()) {
      var next =
          waiting.stream()
              .filter(table -> names.containsAll(table.others))
              .findFirst()
              .orElseThrow(() -> new SQLException("tables refer to each other in a circle"));
      waiting.remove(next);
      names.add(next.name);
      sorted.add(next);
    }
    return sorted;
  }

  private static TableShape of(Connection connection, String name) throws SQLException {
    var metadata = connection.getMetaData();
    var schema = connection.getSchema();
    List<String> columns;
    try (var found = metadata.getColumns(null, schema, name, "%")) {
      columns = strings(found, "COLUMN_NAME");
    }
    try (var found = metadata.getImportedKeys(null, schema, name)) {
      var others = new LinkedHashSet<>(strings(found, "PKTABLE_NAME"));
      others.remove(name);
      return new TableShape(name, columns.stream().sorted().toList(), others);
    }
  }

  private static List<String> strings(ResultSet rows, String column) throws SQLException {
    var strings = new ArrayList<String>();
    while (rows.next()) {
      strings.add(rows.getString(column));
    }
    return strings;
  }

  String select() {
    return "select %s from %s".formatted(listed(), quoted(name));
  }

  String insert() {
    var marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return "insert into %s (%s) values (%s)".formatted(quoted(name), listed(), marks);
  }

  private String listed() {
    return columns.stream().map(TableShape::quoted).collect(Collectors.joining(", "));
  }

  static String quoted(String name) {
    return '"' + name + '"';
  }
}
