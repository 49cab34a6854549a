package org.colloquy.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;

/// A database file of H2 and what to say to it.
///
/// @param path the file without the ending that H2 adds
/// @param password asked for when the file is encrypted
record H2File(Path path, Supplier<String> password) {
  static final String OWNER = "owner";

  /// `WRITE_DELAY=0`: a commit is handed to the system at once. No trace files: they would hold
  /// people's words. The server ends H2, not a hook at exit.
  static final String OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000;CACHE_SIZE=32768;MAX_COMPACT_TIME=200"
          + ";QUERY_CACHE_SIZE=128;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  /// Otherwise H2 lays long results down in a file for a while, in the clear.
  private static final String IN_MEMORY = ";MAX_MEMORY_ROWS=2000000000";

  private static final String ENDING = ".mv.db";
  private static final byte[] ENCRYPTED = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);

  /// The file itself.
  Path file() {
    return path.resolveSibling(path.getFileName() + ENDING);
  }

  /// Whether the file is encrypted. It says so itself, so nobody else has to know.
  boolean isEncrypted() {
    try (var start = Files.newInputStream(file())) {
      return Arrays.equals(start.readNBytes(ENCRYPTED.length), ENCRYPTED);
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes an empty file one that will be encrypted.
  void beginEncrypted() throws IOException {
    try (var channel =
        FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      begun(channel, password.get());
    }
  }

  /// The content of an encrypted file. H2 writes the head of an empty one when it first looks at
  /// it.
  static FileChannel begun(FileChannel channel, String password) throws IOException {
    var content =
        new FileEncrypt(
            "database", FilePathEncrypt.getPasswordBytes(password.toCharArray()), channel);
    if (content.size() < 0) {
      throw new IOException("the file is shorter than its head");
    }
    return content;
  }

  H2Address address() {
    return new H2Address("jdbc:h2:file:" + path, isEncrypted() ? password.get() : "");
  }

  /// Opens a file that must be there.
  Connection open() throws SQLException {
    return address().connect(OWNER, OPTIONS + (isEncrypted() ? IN_MEMORY : "") + ";IFEXISTS=TRUE");
  }

  /// Opens a file that must be there, and leaves it as it is.
  Connection openToRead() throws SQLException {
    return address().connect(OWNER, OPTIONS + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
  }

  /// Makes or changes the file with these scripts, and closes it again.
  void build(Migrations migrations) throws SQLException {
    var source = address().source(OWNER, OPTIONS);
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

  /// Puts rows into a file.
  @FunctionalInterface
  interface Filling {
    /// Puts them there, in a transaction that is not to be ended here.
    void into(Connection connection) throws SQLException;
  }

  /// Fills a file that [#build] made, and closes it again.
  void fill(Filling filling) throws SQLException {
    var owner = open();
    boolean filled = false;
    boolean closed;
    try {
      owner.setAutoCommit(false);
      filling.into(owner);
      owner.commit();
      filled = true;
    } finally {
      closed = H2Connections.end(owner, filled ? "shutdown" : "shutdown immediately");
    }
    if (!closed) {
      throw new SQLException("the new file could not be closed");
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
