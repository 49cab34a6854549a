package org.colloquy.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// The two kinds of database, where they have to be asked differently.
enum Product {
  H2 {
    @Override
    void readOneByOne(Connection connection) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute("set lazy_query_execution 1");
      }
    }

    @Override
    void rest(Connection connection) throws SQLException {
      connection.commit();
    }

    @Override
    long nextNumber(Connection connection, String table, String column) throws SQLException {
      try (var statement =
              connection.prepareStatement(
                  """
                  select identity_base from information_schema.columns
                  where table_schema = 'public' and table_name = ? and column_name = ?
                  """);
          var row = about(statement, table, column).executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  },
  POSTGRESQL {
    @Override
    void readOneByOne(Connection connection) {
      // In a transaction it does, by the number of rows that is fetched at once.
    }

    @Override
    void rest(Connection connection) {
      // All of it is one transaction.
    }

    @Override
    long nextNumber(Connection connection, String table, String column) throws SQLException {
      String sequence;
      try (var statement =
              connection.prepareStatement("select pg_get_serial_sequence(quote_ident(?), ?)");
          var row = about(statement, table, column).executeQuery()) {
        row.next();
        sequence = row.getString(1);
      }
      try (var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "select case when is_called then last_value + 1 else last_value end from "
                      + sequence)) {
        row.next();
        return row.getLong(1);
      }
    }
  };

  static Product of(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
  }

  private static PreparedStatement about(PreparedStatement statement, String table, String column)
      throws SQLException {
    statement.setString(1, table);
    statement.setString(2, column);
    return statement;
  }

  /// Has it hand over long results row by row, instead of all rows at once.
  abstract void readOneByOne(Connection connection) throws SQLException;

  /// Between some rows and the next: H2 keeps what is not committed in memory, and a file that is
  /// being filled is nobody's yet.
  abstract void rest(Connection connection) throws SQLException;

  /// The number that the next row gets.
  abstract long nextNumber(Connection connection, String table, String column) throws SQLException;
}
