package org.colloquy.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.core.attachment.BlobStore;
import org.colloquy.server.core.backup.BackupWriter;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.FolderBackup;

/// Opens the database that the settings name: a file in the data folder, or one on a server.
final class DatabaseWiring {
  private DatabaseWiring() {}

  /// @param filePassword of the file, when that is encrypted
  static Database open(ServerConfig config, Supplier<String> filePassword) {
    var server = config.operation().database();
    if (server == null) {
      return Database.inFolder(config.folder(), filePassword);
    }
    var secret = server.password();
    var password = secret == null ? null : secret.reveal();
    var shared = server.shared();
    return shared == null
        ? Database.onServer(config.folder(), server.url(), password)
        : Database.withOthers(config.folder(), shared, server.url(), password);
  }

  /// The folder with what belongs to the database and all of its servers need.
  static Path sharedFolder(ServerConfig config) {
    var server = config.operation().database();
    return server == null || server.shared() == null ? config.folder() : server.shared();
  }

  /// As [#open], for who wants one that is there.
  ///
  /// @throws ProblemException Unavailable when there is none in the folder
  static Database openExisting(ServerConfig config, Supplier<String> password) {
    expectExisting(config);
    return open(config, password);
  }

  /// @throws ProblemException Unavailable when the database should be in the folder and is not
  static void expectExisting(ServerConfig config) {
    if (config.operation().database() == null) {
      expectIn(config.folder());
    } else if (!Files.isDirectory(config.folder())) {
      throw missing(config.folder());
    }
  }

  /// @throws ProblemException Unavailable when a folder has no database file
  static void expectIn(Path folder) {
    if (!Database.isIn(folder)) {
      throw missing(folder);
    }
  }

  private static ProblemException missing(Path folder) {
    return new ProblemException(
        new Problem.Unavailable(
            "There is no database in %s; say where it is with --data.".formatted(folder)));
  }

  /// What writes backups; of a database on a server the server's own programs do.
  static BackupWriter backups(ServerConfig config, BlobStore blobs, Supplier<String> password) {
    if (config.operation().database() == null) {
      return new FolderBackup(config.folder(), blobs, password);
    }
    var also = config.operation().database().contents() == null ? "" : " and the bucket";
    return _ -> {
      throw new ProblemException(
          new Problem.Unavailable(
              "The database is on a PostgreSQL server: back it up with pg_dump, then copy the folder %s%s."
                  .formatted(sharedFolder(config), also)));
    };
  }

  /// @throws ProblemException Unavailable when the database is not a file
  static void expectFile(ServerConfig config) {
    if (config.operation().database() != null) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The database is on a PostgreSQL server, which cares for its files itself; leave --db"
                  + " out for a database file."));
    }
  }
}
