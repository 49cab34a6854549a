package org.colloquy.server.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.cluster.Exclusive;
import org.colloquy.server.core.cluster.Servers;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/// Everything Colloquy remembers, reached through a gateway that keeps its promises whatever the
/// caller's thread goes through.
public interface Database extends AutoCloseable {
  /// For who cannot know the password of an encrypted file.
  Supplier<String> NO_PASSWORD =
      () -> {
        throw new ProblemException(new Problem.Unavailable("The database file is encrypted."));
      };

  /// Runs work that only looks. It sees one state of the database; anything it changes is dropped.
  ///
  /// @throws ProblemException Unavailable when the database cannot be reached now
  <T> T read(Work<T> work);

  /// Runs work in a transaction of its own. When this returns, what it did is on the disk.
  ///
  /// @throws ProblemException Unavailable when the database cannot be reached now
  <T> T write(Work<T> work);

  /// What can be kept of reads, for all stores over this database together.
  Remembered remembered();

  /// Whether others write to it as well.
  boolean isShared();

  /// The servers that use it together.
  default Servers servers() {
    return Servers.ALONE;
  }

  /// Has things done by one at a time, among all who write to it.
  Exclusive exclusive();

  /// Has something done after every write, in the thread that asked for it, which waits meanwhile.
  /// Who was told before is not told any more.
  void afterWrites(Runnable listener);

  /// Finishes what was asked for, then closes the database.
  @Override
  void close();

  /// Lets Jdbi look up what it looks up once in a process, so that opening a database takes less
  /// time. No database is needed for it.
  static void lookUpAhead() {
    Jdbi.create("jdbc:none").getConfig(StatementExceptions.class);
  }

  /// Opens the database in a folder, and makes both at the first start.
  ///
  /// @throws ProblemException Unavailable with the reason when it cannot be opened
  static Database inFolder(Path folder) {
    return inFolder(folder, NO_PASSWORD);
  }

  /// As [#inFolder(Path)], for a folder whose file may be encrypted.
  ///
  /// @param password asked for when it is, after the folder was taken for this process
  static Database inFolder(Path folder, Supplier<String> password) {
    return H2Database.open(new FolderPlace(folder, Migrations.OURS, password));
  }

  /// Whether a database was made in a folder.
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve("colloquy.mv.db"));
  }

  /// Whether the database that was made in a folder is encrypted.
  static boolean isEncryptedIn(Path folder) {
    return new H2File(folder.toAbsolutePath().resolve("colloquy"), NO_PASSWORD).isEncrypted();
  }

  /// A new database that is gone when it is closed.
  static Database inMemory() {
    return H2Database.open(new MemoryPlace(Migrations.OURS));
  }

  /// Opens a database on a server, shared by several Colloquys.
  ///
  /// @param url `jdbc:postgresql://...` with everything needed to connect
  /// @throws ProblemException Unavailable with the reason when it cannot be opened
  static Database at(String url) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new ProblemException(
          new Problem.Unavailable("The database address must start with jdbc:postgresql:"));
    }
    return PostgresDatabase.open(url, Migrations.OURS);
  }

  /// Opens a database on a server for this process alone, and takes the folder that has what
  /// belongs to it: files, indexes, keys. The folder remembers the database, so that no file is
  /// taken for one that nobody needs because another database does not know it.
  ///
  /// @param url `jdbc:postgresql://...`
  /// @param password null for none, or one that is in the address
  /// @throws ProblemException Unavailable with the reason when it cannot be opened, or is not the
  ///   one that belongs to the folder
  static Database onServer(Path folder, String url, @Nullable String password) {
    return new ServerPlace(folder)
        .open(() -> PostgresDatabase.openAlone(url, password, Migrations.OURS));
  }

  /// As [#onServer], beside other servers that open it in this way with the same shared folder.
  ///
  /// @param shared has what all of them need; it belongs to the same database
  static Database withOthers(Path folder, Path shared, String url, @Nullable String password) {
    return new ServerPlace(folder)
        .openTogether(shared, () -> PostgresDatabase.openTogether(url, password, Migrations.OURS));
  }
}
