package org.colloquy.server.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/// One PostgreSQL server for all tests of this process, with an empty database for each.
public final class Postgres {
  private static final EmbeddedPostgres SERVER = start();
  private static int databases;

  private Postgres() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The address of a new empty database.
  public static synchronized String address() {
    var name = "colloquy" + ++databases;
    try (var connection = SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return SERVER.getJdbcUrl("postgres", name);
  }
}
