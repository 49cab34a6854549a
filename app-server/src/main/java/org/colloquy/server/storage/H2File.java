package org.colloquy.server.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/// A database file of H2 and what to say to it.
///
/// @param path the file without the ending that H2 adds
record H2File(Path path) {
  static final String OWNER = "owner";

  /// `WRITE_DELAY=0`: a commit is handed to the system at once. No trace files: they would hold
  /// people's words. The server ends H2, not a hook at exit.
  static final String OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000;CACHE_SIZE=32768;MAX_COMPACT_TIME=200"
          + ";QUERY_CACHE_SIZE=128;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  private static final String ENDING = ".mv.db";

  /// The file itself.
  Path file() {
    return path.resolveSibling(path.getFileName() + ENDING);
  }

  /// The address without options.
  String address() {
    return "jdbc:h2:file:" + path;
  }

  /// Opens a file that must be there.
  Connection open() throws SQLException {
    return DriverManager.getConnection(address() + OPTIONS + ";IFEXISTS=TRUE", OWNER, "");
  }

  /// Makes or changes the file with these scripts, and closes it again.
  void build(Migrations migrations) throws SQLException {
    var source = new JdbcDataSource();
    source.setURL(address() + OPTIONS);
    source.setUser(OWNER);
    var owner = source.getConnection();
    boolean built = false;
    try {
      migrations.run(source);
      H2Connections.prepare(owner);
      markWith(owner, UUID.randomUUID());
      built = true;
    } finally {
      H2Connections.end(owner, built ? "shutdown" : "shutdown immediately");
    }
  }

  /// Which instance the database belongs to; empty when it does not know.
  static Optional<UUID> instance(Connection owner) throws SQLException {
    try (var tables = owner.getMetaData().getTables(null, "public", "instance", null)) {
      if (!tables.next()) {
        return Optional.empty();
      }
    }
    try (var statement = owner.createStatement();
        var row = statement.executeQuery("select id from instance")) {
      return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
    }
  }

  private static void markWith(Connection owner, UUID instance) throws SQLException {
    if (instance(owner).isPresent()) {
      return;
    }
    try (var insert =
        owner.prepareStatement(
            "insert into instance (id, made_at) values (?, current_timestamp)")) {
      insert.setObject(1, instance);
      insert.execute();
    }
  }
}
