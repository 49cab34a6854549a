package org.colloquy.server.storage;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An H2 database in a data folder.
///
/// A file is never made or changed in shape where it lies: that happens to a file beside it, which
/// then takes its place. So a process that dies at any moment leaves a whole database.
final class FolderPlace implements H2Place {
  private static final Logger LOG = LoggerFactory.getLogger(FolderPlace.class);

  private static final Pattern KEPT = Pattern.compile("colloquy-before-(\\d{1,9})\\.mv\\.db");
  private static final int MOST_KEPT = 3;

  private final Path path;
  private final Migrations migrations;
  private final H2File database;
  private final H2File unfinished;
  private @Nullable DataFolder folder;
  private @Nullable UUID instance;

  FolderPlace(Path path, Migrations migrations) {
    this(path, migrations, Database.NO_PASSWORD);
  }

  /// @param password of the file, when that is encrypted
  FolderPlace(Path path, Migrations migrations, Supplier<String> password) {
    this.path = path.toAbsolutePath().normalize();
    this.migrations = migrations;
    database = new H2File(this.path.resolve("colloquy"), password);
    unfinished = new H2File(this.path.resolve("colloquy-unfinished"), password);
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
    forget(unfinished.file()); // left by a process that died
    if (isEmpty(database.file())) {
      if (held.wasUsed()) {
        throw refused("is missing or empty, but there was one", "to start empty");
      }
      DataFolder.makeEmpty(unfinished.file());
      swapInBuilt();
    }
    measure(held);
    var owner = database.open();
    boolean fine = false;
    try {
      recognize(held, owner);
      if (migrations.pending(owner)) {
        owner = reshape(owner);
      }
      if (Rebuild.wanted(owner)) {
        owner = rebuild(owner);
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
    var expected = held.known().map(DataFolder.Known::instance);
    if (found.isEmpty() || (expected.isPresent() && !expected.equals(found))) {
      throw refused("is not the one that belongs here", "to take this one");
    }
    instance = found.get();
    held.remember(new DataFolder.Known(found.get(), DataFolder.Known.OPEN));
  }

  /// H2 takes a file whose end is missing for an older one, and says nothing.
  private void measure(DataFolder held) throws IOException {
    long expected = held.known().map(DataFolder.Known::bytes).orElse(DataFolder.Known.OPEN);
    if (expected != DataFolder.Known.OPEN && expected != Files.size(database.file())) {
      throw refused("does not have the length it was closed with", "to take it as it is");
    }
  }

  /// Brings an older database to the newest shape; the old file is kept beside it.
  private Connection reshape(Connection owner) throws SQLException, IOException {
    H2Connections.end(owner, "shutdown");
    DataFolder.makeEmpty(unfinished.file());
    Files.copy(
        database.file(),
        unfinished.file(),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    var kept = path.resolve("colloquy-before-" + migrations.newest() + ".mv.db");
    Files.copy(
        database.file(),
        kept,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    swapInBuilt();
    forgetOldest();
    return database.open();
  }

  /// Of the files from before the database changed its shape, a few are enough.
  private void forgetOldest() throws IOException {
    try (var files = Files.list(path)) {
      files
          .filter(file -> KEPT.matcher(file.getFileName().toString()).matches())
          .sorted(comparingInt(FolderPlace::version).reversed())
          .skip(MOST_KEPT)
          .forEach(FolderPlace::forget);
    }
  }

  private static int version(Path kept) {
    return Integer.parseInt(KEPT.matcher(kept.getFileName().toString()).replaceAll("$1"));
  }

  /// Builds the file anew, without what was deleted from it. When that fails, the old one stays and
  /// it is tried again at the next start.
  private Connection rebuild(Connection owner) throws SQLException, IOException {
    try {
      DataFolder.makeEmpty(unfinished.file());
      if (database.isEncrypted()) {
        unfinished.beginEncrypted();
      }
      unfinished.build(migrations);
      unfinished.fill(copy -> new RowCopy(owner, copy, _ -> {}).run());
    } catch (SQLException | IOException fault) {
      LOG.warn("the database file could not be built anew; what was erased is still in it", fault);
      forget(unfinished.file());
      return owner;
    }
    H2Connections.end(owner, "shutdown");
    DataFolder.swapIn(unfinished.file(), database.file());
    return database.open();
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException fault) {
      LOG.warn("{} could not be removed", file, fault);
    }
  }

  private void swapInBuilt() throws SQLException, IOException {
    unfinished.build(migrations);
    DataFolder.swapIn(unfinished.file(), database.file());
  }

  private ProblemException refused(String what, String otherwise) {
    return new ProblemException(
        new Problem.Unavailable(
            "The database file %s %s. Nothing was changed. Put it back from a copy;"
                    .formatted(database.file(), what)
                + " %s, delete instance.json beside it.".formatted(otherwise)));
  }

  @Override
  public void leave(Ending ending) {
    var held = folder;
    if (held == null) {
      return;
    }
    try (held) {
      if (ending == Ending.IN_GOOD_ORDER && instance != null) {
        held.remember(new DataFolder.Known(instance, Files.size(database.file())));
      }
    } catch (IOException fault) {
      LOG.warn("the length of the database could not be written down", fault);
    }
    folder = null;
  }

  @Override
  public String sentence(Throwable fault) {
    return "The database file %s %s.".formatted(database.file(), H2Faults.reason(fault));
  }
}
