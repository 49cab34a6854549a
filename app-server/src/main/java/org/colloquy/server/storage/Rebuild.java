package org.colloquy.server.storage;

import java.sql.Connection;
import java.sql.SQLException;

/// Whether a database file has to be built anew: H2 leaves what was deleted in free places of its
/// file, and a new file has none of it.
final class Rebuild {
  private static final String WANTED = "rebuild_wanted";

  private Rebuild() {}

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
}
