package org.colloquy.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// An H2 database in a data folder.
///
/// A file is never made or changed in shape where it lies: that happens to a file beside it, which
/// then takes its place. So a process that dies at any moment leaves a whole database.
final class FolderPlace implements H2Place {
  private final Path path;
  private final Migrations migrations;
  private final H2File database;
  private final H2File unfinished;
  private @Nullable DataFolder folder;

  FolderPlace(Path path, Migrations migrations) {
    this.path = path.toAbsolutePath().normalize();
    this.migrations = migrations;
    database = new H2File(this.path.resolve("colloquy"));
    unfinished = new H2File(this.path.resolve("colloquy-unfinished"));
  }

  @Override
  public H2Connections open() {
    var held = folder == null ? DataFolder.take(path) : folder;
    folder = held;
    try {
      return open(held);
    } catch (SQLException | IOException | FlywayException fault) {
      throw new ProblemException(new Problem.Unavailable(sentence(fault)), fault);
    }
  }

  private H2Connections open(DataFolder held) throws SQLException, IOException {
    if (isEmpty(database.file())) {
      if (held.wasUsed()) {
        throw missing();
      }
      DataFolder.makeEmpty(unfinished.file());
      swapInBuilt();
    }
    var owner = database.open();
    boolean fine = false;
    try {
      recognize(held, owner);
      if (migrations.pending(owner)) {
        owner = reshape(owner);
      }
      fine = true;
    } finally {
      if (!fine) {
        H2Connections.end(owner, "shutdown immediately");
      }
    }
    return H2Connections.of(owner, database.address());
  }

  private static boolean isEmpty(Path file) throws IOException {
    return !Files.exists(file) || Files.size(file) == 0;
  }

  /// Makes sure that this is the database which belongs here.
  private void recognize(DataFolder held, Connection owner) throws SQLException, IOException {
    var found = H2File.instance(owner);
    var expected = held.instance();
    if (found.isEmpty() || (expected.isPresent() && !expected.equals(found))) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The database file %s is not the one that belongs here. Nothing was changed."
                      .formatted(database.file())
                  + " Put the right file back; to take this one, delete instance.json beside it."));
    }
    if (expected.isEmpty()) {
      held.remember(found.get());
    }
  }

  /// Brings an older database to the newest shape; the old file is kept beside it.
  private Connection reshape(Connection owner) throws SQLException, IOException {
    H2Connections.end(owner, "shutdown");
    DataFolder.makeEmpty(unfinished.file());
    Files.copy(database.file(), unfinished.file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    var kept = path.resolve("colloquy-before-" + migrations.newest() + ".mv.db");
    Files.copy(database.file(), kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    swapInBuilt();
    return database.open();
  }

  private void swapInBuilt() throws SQLException, IOException {
    unfinished.build(migrations);
    DataFolder.swapIn(unfinished.file(), database.file());
  }

  private ProblemException missing() {
    return new ProblemException(
        new Problem.Unavailable(
            "The database file %s is missing or empty, but there was one. Nothing was changed."
                    .formatted(database.file())
                + " Put it back from a copy; to start empty, delete instance.json beside it."));
  }

  @Override
  public void release() {
    if (folder != null) {
      folder.close();
      folder = null;
    }
  }

  @Override
  public String sentence(Throwable fault) {
    return "The database file %s %s.".formatted(database.file(), H2Faults.reason(fault));
  }
}
