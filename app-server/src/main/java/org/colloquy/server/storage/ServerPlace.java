package org.colloquy.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.storage.DataFolder.Known;
import org.jspecify.annotations.Nullable;

/// A data folder whose database is on a server.
final class ServerPlace {
  private final Path path;

  ServerPlace(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /// Takes the folder, opens the database, and sees whether the two belong together. Both are let
  /// go when the database is closed.
  ///
  /// @throws ProblemException Unavailable with the reason
  Database open(Supplier<PostgresDatabase> server) {
    return opened(null, server);
  }

  /// As [#open], with the folder that several servers share.
  Database openTogether(Path shared, Supplier<PostgresDatabase> server) {
    return opened(shared, server);
  }

  private Database opened(@Nullable Path shared, Supplier<PostgresDatabase> server) {
    var folder = DataFolder.take(path);
    boolean fine = false;
    try {
      if (Files.exists(path.resolve("colloquy.mv.db"))) {
        throw new ProblemException(
            new Problem.Unavailable(
                "The data folder %s has a database file of its own. Choose another folder with --data, or leave --db out."
                    .formatted(path)));
      }
      var database = server.get();
      try {
        recognize(folder, database);
        if (shared != null) {
          SharedFolder.recognize(shared, database.instance());
        }
        fine = true;
        return new DatabaseWithFolder(database, folder);
      } finally {
        if (!fine) {
          database.close();
        }
      }
    } finally {
      if (!fine) {
        folder.close();
      }
    }
  }

  private void recognize(DataFolder folder, PostgresDatabase database) {
    var found = database.instance();
    try {
      var known = folder.known();
      if (folder.wasUsed() && known.filter(it -> it.instance().equals(found)).isEmpty()) {
        throw new ProblemException(
            new Problem.Unavailable(
                "The data folder %s belongs to another database. Nothing was changed. Choose another folder with --data, or the other database."
                    .formatted(path)));
      }
      folder.remember(new Known(found, Known.OPEN));
    } catch (IOException fault) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The data folder %s cannot be used: it cannot be written.".formatted(path)),
          fault);
    }
  }
}
