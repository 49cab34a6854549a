package org.colloquy.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.flywaydb.core.Flyway;

/// Brings a database to the shape this program knows. Forward only.
///
/// Flyway is asked only when something is to be done: a plain look at its history answers that, and
/// saves its start at every start of ours.
///
/// @param newest the version after the last script
/// @param locations where the scripts are
record Migrations(int newest, List<String> locations) {
  /// Colloquy's own.
  static final Migrations OURS = new Migrations(37, List.of("classpath:db/migration"));

  private static final String HISTORY = "flyway_schema_history";

  /// Whether the scripts still have to be run.
  ///
  /// @throws ProblemException Unavailable when a newer program made the database
  boolean pending(Connection connection) throws SQLException {
    int version = version(connection);
    if (version > newest) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The database was made by a newer Colloquy (its version is %d, this program knows %d)."
                      .formatted(version, newest)
                  + " Install the newer Colloquy again."));
    }
    return version < newest;
  }

  /// Runs the scripts that were not run yet.
  void run(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations(locations.toArray(String[]::new))
        .loggers("slf4j")
        .load()
        .migrate();
  }

  private static int version(Connection connection) throws SQLException {
    try (var tables =
        connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
      if (!tables.next()) {
        return 0;
      }
    }
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select max(cast("version" as integer)) from "flyway_schema_history"
                where "success" and "version" is not null
                """)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
