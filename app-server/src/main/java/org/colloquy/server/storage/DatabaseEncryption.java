package org.colloquy.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Encrypts the database file of a folder that nobody uses, or takes that back.
///
/// The other form is made beside the file, read and compared, and then takes its place; so a
/// process that dies at any moment leaves a whole database. Older files that were kept beside it go
/// the same way.
public final class DatabaseEncryption {
  /// The folder of the search index, which holds words of the database. It is made anew when it is
  /// missing.
  public static final String SEARCH_INDEX = "search-index";

  private final Path path;
  private final Supplier<String> password;
  private final H2File database;
  private final H2File unfinished;

  /// @param password of the encrypted file
  public DatabaseEncryption(Path folder, Supplier<String> password) {
    this.path = folder.toAbsolutePath().normalize();
    this.password = password;
    this.database = new H2File(path.resolve("colloquy"), password);
    this.unfinished = new H2File(path.resolve("colloquy-unfinished"), password);
  }

  public boolean isDone() {
    return database.isEncrypted();
  }

  /// Encrypts the file, and then those that were kept.
  ///
  /// @throws ProblemException Unavailable with the reason; then nothing was changed
  public void encrypt() {
    change(folder -> {
      if (!isDone()) {
        H2Transcript.write(database, unfinished, password.get());
        place(folder);
      }
      forgetIndex();
      for (var kept : kept()) {
        if (!kept.isEncrypted()) {
          H2Transcript.write(kept, unfinished, password.get());
          DataFolder.swapIn(unfinished.file(), kept.file());
        }
      }
    });
  }

  private void forgetIndex() throws IOException {
    var index = path.resolve(SEARCH_INDEX);
    if (Files.isDirectory(index)) {
      try (var files = Files.newDirectoryStream(index)) {
        for (var file : files) {
          Files.delete(file);
        }
      }
    }
  }

  /// Takes the encryption back, for the kept files first.
  ///
  /// @throws ProblemException Unavailable with the reason; then nothing was changed
  public void decrypt() {
    change(folder -> {
      for (var kept : kept()) {
        if (kept.isEncrypted()) {
          H2Transcript.write(kept, unfinished, password.get());
          DataFolder.swapIn(unfinished.file(), kept.file());
        }
      }
      if (isDone()) {
        H2Transcript.write(database, unfinished, password.get());
        place(folder);
      }
    });
  }

  private interface Change {
    void in(DataFolder folder) throws IOException, SQLException;
  }

  private void change(Change change) {
    try (var folder = DataFolder.take(path)) {
      change.in(folder);
    } catch (IOException | SQLException | UncheckedIOException fault) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The database file %s %s.".formatted(database.file(), H2Faults.reason(fault))),
          fault);
    }
  }

  /// Puts the finished file in the place of the database, which has another length then.
  private void place(DataFolder folder) throws IOException {
    var instance = folder.known().map(DataFolder.Known::instance).orElseThrow(this::unknown);
    folder.remember(new DataFolder.Known(instance, DataFolder.Known.OPEN));
    DataFolder.swapIn(unfinished.file(), database.file());
    folder.remember(new DataFolder.Known(instance, Files.size(database.file())));
  }

  private ProblemException unknown() {
    return new ProblemException(
        new Problem.Unavailable("The file instance.json in %s is damaged.".formatted(path)));
  }

  /// The files from before the database changed its shape.
  private List<H2File> kept() throws IOException {
    try (var files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("colloquy-before-\\d+\\.mv\\.db"))
          .map(name -> new H2File(path.resolve(name.replace(".mv.db", "")), password))
          .toList();
    }
  }
}
