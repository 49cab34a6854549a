package org.colloquy.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.storage.DataFolder.Known;
import org.jspecify.annotations.Nullable;

/// Moves the database of a data folder to a PostgreSQL server, or from there into the folder. Every
/// row is compared before anything counts. All else stays in the folder, which belongs to the
/// database where it is then.
public final class DatabaseMove {
  /// What a new database has rows in.
  private static final Set<String> BEGUN = Set.of("instance", "audit_head", "wrong_try_turn");

  private final Path path;
  private final String url;
  private final @Nullable String password;
  private final Consumer<String> progress;
  private final H2File file;

  /// @param url `jdbc:postgresql://...`
  /// @param password null for none
  /// @param progress hears a line for each table
  public DatabaseMove(
      Path folder, String url, @Nullable String password, Consumer<String> progress) {
    this.path = folder.toAbsolutePath().normalize();
    this.url = url;
    this.password = password;
    this.progress = progress;
    this.file = new H2File(path.resolve("colloquy"), Database.NO_PASSWORD);
  }

  /// Moves it to an empty database of the server.
  ///
  /// @return the file as it was, which is kept under another name
  /// @throws ProblemException Unavailable with the reason; then the database is where it was
  public Path toServer() {
    if (file.isEncrypted()) {
      throw refused(
          "The database file is encrypted, and on the server it would not be."
              + " Take that back first, with decrypt-database.");
    }
    Database.inFolder(path).close(); // sees whether it is whole, and gives it the newest shape
    try (var folder = DataFolder.take(path);
        var server = PostgresDatabase.openAlone(url, password, Migrations.OURS)) {
      server.write(handle -> {
        fill(handle.getConnection());
        return true;
      });
      return putAway(folder);
    }
  }

  private void fill(Connection server) {
    try (var here = file.openToRead()) {
      here.setAutoCommit(false);
      expectEmpty(server);
      new RowCopy(here, server, progress).run();
    } catch (SQLException fault) {
      throw failed(fault);
    }
  }

  private static void expectEmpty(Connection server) throws SQLException {
    for (var table : TableShape.all(server)) {
      try (var statement = server.createStatement();
          var rows = statement.executeQuery(table.select() + " fetch first 1 rows only")) {
        if (rows.next() && !BEGUN.contains(table.name())) {
          throw refused("The database on the server is not empty. Nothing was changed.");
        }
      }
    }
  }

  private Path putAway(DataFolder folder) {
    try {
      var instance = folder.known().orElseThrow().instance();
      folder.remember(new Known(instance, Known.OPEN));
      int number = 1;
      while (Files.exists(away(number))) {
        number++;
      }
      Files.move(file.file(), away(number));
      return away(number);
    } catch (IOException fault) {
      throw new ProblemException(
          new Problem.Unavailable(
              "Everything is on the server now, but the file %s could not be renamed. Rename it."
                  .formatted(file.file())),
          fault);
    }
  }

  private Path away(int number) {
    return path.resolve("colloquy-moved-" + number + ".mv.db");
  }

  /// Moves it from the server into the folder, which has no database file. What is on the server
  /// stays there.
  ///
  /// @throws ProblemException Unavailable with the reason; then the database is where it was
  public void fromServer() {
    try (var folder = DataFolder.take(path)) {
      if (Files.exists(file.file())) {
        throw refused("The data folder %s has a database file already.".formatted(path));
      }
      try (var server = PostgresDatabase.openAlone(url, password, Migrations.OURS)) {
        var instance = server.instance();
        expectBelonging(folder, instance);
        var unfinished = new H2File(path.resolve("colloquy-unfinished"), Database.NO_PASSWORD);
        DataFolder.makeEmpty(unfinished.file());
        unfinished.build(Migrations.OURS);
        server.read(handle -> {
          carryInto(unfinished, handle.getConnection());
          return true;
        });
        folder.remember(new Known(instance, Known.OPEN));
        DataFolder.swapIn(unfinished.file(), file.file());
      }
    } catch (SQLException | IOException fault) {
      throw failed(fault);
    }
  }

  private void expectBelonging(DataFolder folder, UUID instance) throws IOException {
    if (folder.wasUsed()
        && folder.known().filter(known -> known.instance().equals(instance)).isEmpty()) {
      throw refused("The data folder %s belongs to another database.".formatted(path));
    }
  }

  private void carryInto(H2File unfinished, Connection server) {
    try {
      unfinished.fill(to -> new RowCopy(server, to, progress).run());
    } catch (SQLException fault) {
      throw failed(fault);
    }
  }

  private static ProblemException refused(String sentence) {
    return new ProblemException(new Problem.Unavailable(sentence));
  }

  /// What a database says of a fault may have people's words in it.
  private static ProblemException failed(Exception fault) {
    var reason =
        switch (fault) {
          case SQLException sql when sql.getSQLState() == null -> sql.getMessage();
          case SQLException sql -> "error " + sql.getSQLState();
          default -> "a file of it " + H2Faults.reason(fault);
        };
    return new ProblemException(
        new Problem.Unavailable(
            "The database could not be moved, and is where it was: %s.".formatted(reason)),
        fault);
  }
}
