package org.colloquy.server.storage.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.colloquy.server.core.table.TableData;

/// The open database of one conversation. Its owner writes; questions are put as a user who may
/// read the finished tables and nothing else: all that reaches files, other databases or Java needs
/// an administrator.
final class TableFile {
  private static final String GROWING = "growing_";

  /// Names that no file's table gets.
  private static final Pattern UNFINISHED = Pattern.compile(GROWING + "[0-9a-f]{32}");

  private static final String OWNER = "owner";
  private static final String READER = "reader";

  /// Long results stay in memory, which is watched: sorted on the disk, they take longer than a
  /// question may, and there they are not encrypted. No trace files, which would hold people's
  /// words.
  private static final String OPTIONS =
      ";MAX_MEMORY_ROWS=2000000;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_ON_EXIT=FALSE"
          + ";LOCK_TIMEOUT=5000;CACHE_SIZE=16384;MAX_COMPACT_TIME=0;TRACE_LEVEL_FILE=0"
          + ";TRACE_LEVEL_SYSTEM_OUT=0";

  /// Words of SQL that are common names of columns may be such.
  private static final String NAMES =
      ";NON_KEYWORDS=VALUE,YEAR,MONTH,DAY,HOUR,MINUTE,SECOND,KEY,USER";

  private static final byte[] ENCRYPTED = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);

  private final Path path;
  private final String url;
  private final String filePassword;
  private final String readerPassword = UUID.randomUUID().toString();
  private final Connection owner;

  private TableFile(Path path, String filePassword) throws SQLException {
    this.path = path;
    this.filePassword = filePassword;
    url = "jdbc:h2:file:" + path + (filePassword.isEmpty() ? "" : ";CIPHER=AES");
    owner = DriverManager.getConnection(url + OPTIONS, OWNER, password(""));
    try (var statement = owner.createStatement()) {
      statement.execute("create user if not exists " + READER + " password ''");
      statement.execute("alter user %s set password '%s'".formatted(READER, readerPassword));
      for (var table : all()) {
        if (isUnfinished(table)) {
          drop(table);
        }
      }
    } catch (SQLException e) {
      owner.close();
      throw e;
    }
  }

  /// Opens the database at this path, and makes it if it is not there.
  ///
  /// @param path without the ending that H2 adds
  /// @param filePassword empty for one that is not encrypted
  static TableFile open(Path path, String filePassword) throws SQLException {
    return new TableFile(path, filePassword);
  }

  /// H2 wants the file's password and the user's with a blank between them.
  private String password(String user) {
    return filePassword.isEmpty() ? user : filePassword + " " + user;
  }

  Connection reader() throws SQLException {
    return DriverManager.getConnection(url + NAMES, READER, password(readerPassword));
  }

  Connection owner() {
    return owner;
  }

  /// Fills a table under another name and puts it in the place of the one that was there.
  long load(String table, String columns, int width, TableData.Source rows) throws SQLException {
    var growing = GROWING + UUID.randomUUID().toString().replace("-", "");
    try (var statement = owner.createStatement()) {
      statement.execute("create table %s (%s)".formatted(quoted(growing), columns));
      try {
        long count = fill(growing, width, rows);
        statement.execute("drop table if exists " + quoted(table));
        statement.execute("alter table %s rename to %s".formatted(quoted(growing), quoted(table)));
        statement.execute("grant select on %s to %s".formatted(quoted(table), READER));
        return count;
      } catch (SQLException | RuntimeException e) {
        owner.rollback();
        owner.setAutoCommit(true);
        statement.execute("drop table if exists " + quoted(growing));
        throw e;
      }
    }
  }

  private long fill(String table, int width, TableData.Source rows) throws SQLException {
    var places = String.join(", ", Collections.nCopies(width, "?"));
    owner.setAutoCommit(false);
    try (var insert =
        owner.prepareStatement("insert into %s values (%s)".formatted(quoted(table), places))) {
      var batch = new InsertBatch(owner, insert);
      rows.read(batch);
      batch.finish();
      owner.setAutoCommit(true);
      return batch.count();
    }
  }

  /// What the finished tables are called.
  List<String> tables() throws SQLException {
    return all().stream().filter(table -> !isUnfinished(table)).toList();
  }

  private static boolean isUnfinished(String table) {
    return UNFINISHED.matcher(table).matches();
  }

  private List<String> all() throws SQLException {
    try (var found =
        owner.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"TABLE", "BASE TABLE"})) {
      var names = new ArrayList<String>();
      while (found.next()) {
        names.add(found.getString("TABLE_NAME"));
      }
      return names;
    }
  }

  void drop(String table) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute("drop table if exists " + quoted(table));
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  void close() {
    try {
      owner.close();
    } catch (SQLException _) {
      // All of it can be made again.
    }
  }

  /// Ends it as it is, and forgets its files.
  void destroy() {
    try (var statement = owner.createStatement()) {
      statement.execute("shutdown immediately");
    } catch (SQLException _) {
      // It is closed already.
    }
    close();
    remove(path);
  }

  /// Whether the file at this path is encrypted. It says so itself.
  static boolean isEncrypted(Path path) {
    try (var start = Files.newInputStream(file(path))) {
      return Arrays.equals(start.readNBytes(ENCRYPTED.length), ENCRYPTED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(Path path) {
    return path.resolveSibling(path.getFileName() + ".mv.db");
  }

  /// Removes the files of a database that is not open.
  static void remove(Path path) {
    try {
      for (var ending : List.of(".mv.db", ".trace.db")) {
        Files.deleteIfExists(path.resolveSibling(path.getFileName() + ending));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
