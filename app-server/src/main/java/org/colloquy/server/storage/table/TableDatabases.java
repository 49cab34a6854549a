package org.colloquy.server.storage.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableRows;
import org.colloquy.server.core.cluster.Exclusive;
import org.colloquy.server.core.table.TableData;
import org.colloquy.server.storage.OwnerOnly;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The databases of a folder, one file for each conversation, opened when they are asked and closed
/// when nobody asked for a while.
///
/// Whoever uses one does so on a thread that nobody interrupts: an interrupt would close the file
/// for everybody.
public final class TableDatabases implements TableData {
  /// How long a database stays open after it was used.
  public static final Duration USUAL_IDLE = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(TableDatabases.class);
  private static final Pattern FILE =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.mv\\.db");

  private final Path folder;
  private final String password;
  private final Duration idle;
  private final @Nullable Exclusive exclusive;
  private final Queries queries = new Queries();
  private final Map<ConversationId, Use> open = new HashMap<>();
  private final ScheduledExecutorService closer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("tables-closer").factory());

  private TableDatabases(
      Path folder, String password, Duration idle, @Nullable Exclusive exclusive) {
    this.exclusive = exclusive;
    this.folder = folder;
    this.password = password;
    this.idle = idle;
  }

  /// Those of this folder, without any that are encrypted when they should not be or the other way
  /// round: their tables are made again.
  ///
  /// @param folder made when it is needed
  /// @param password of the files; empty for files that are not encrypted
  public static TableDatabases in(Path folder, String password, Duration idle) {
    var databases = new TableDatabases(folder, password, idle, null);
    for (var conversation : databases.all()) {
      var path = databases.path(conversation);
      if (TableFile.isEncrypted(path) == password.isEmpty()) {
        TableFile.remove(path);
      }
    }
    return databases;
  }

  /// Those of a folder that several servers share: each database is open at one of them at a time,
  /// and only while it is asked.
  public static TableDatabases sharedIn(Path folder, Exclusive exclusive) {
    return new TableDatabases(folder, "", Duration.ZERO, exclusive);
  }

  private static final class Use {
    private final TableFile file;
    private int users;
    private @Nullable Future<?> closing;
    private long lastUsed;

    Use(TableFile file) {
      this.file = file;
    }
  }

  private interface Work<T> {
    T in(TableFile file) throws SQLException;
  }

  @Override
  public long load(
      ConversationId conversation, String table, List<TableColumn> columns, Source rows) {
    var sql = ColumnSql.of(columns);
    return with(conversation, file -> file.load(table, sql, columns.size(), rows));
  }

  @Override
  public boolean has(ConversationId conversation, String table) {
    return Files.exists(TableFile.file(path(conversation)))
        && with(conversation, file -> file.tables().contains(table));
  }

  @Override
  public void drop(ConversationId conversation, String table) {
    if (has(conversation, table)) {
      with(
          conversation,
          file -> {
            file.drop(table);
            return true;
          });
    }
  }

  @Override
  public void keep(ConversationId conversation, Set<String> tables) {
    if (Files.exists(TableFile.file(path(conversation)))) {
      with(
          conversation,
          file -> {
            for (var table : file.tables()) {
              if (!tables.contains(table)) {
                file.drop(table);
              }
            }
            return true;
          });
    }
  }

  /// Rows that were inserted one after the other are numbered like that.
  @Override
  public TableRows rows(ConversationId conversation, String table, long from, int count) {
    var sql =
        "select * from %s where _rowid_ between %d and %d order by _rowid_"
            .formatted(TableFile.quoted(table), from + 1, from + count);
    return with(conversation, file -> queries.ask(file, sql, count));
  }

  @Override
  public TableRows query(ConversationId conversation, String sql, int most) {
    QuestionCheck.check(sql);
    return with(conversation, file -> queries.ask(file, sql, most));
  }

  private <T> T with(ConversationId conversation, Work<T> work) {
    return alone(conversation, () -> here(conversation, work));
  }

  private <T> T alone(ConversationId conversation, Supplier<T> work) {
    return exclusive == null ? work.get() : exclusive.alone("tables " + conversation, work);
  }

  private <T> T here(ConversationId conversation, Work<T> work) {
    try {
      var use = begin(conversation);
      try {
        return work.in(use.file);
      } finally {
        end(conversation, use);
      }
    } catch (SQLException e) {
      throw new ProblemException(new Problem.Unavailable(QueryFaults.sentence(e)), e);
    } catch (InsertBatch.NotKept e) {
      throw new ProblemException(
          new Problem.Unavailable("The rows could not be kept: is the disk full?"), e);
    }
  }

  private synchronized Use begin(ConversationId conversation) throws SQLException {
    var use = open.get(conversation);
    if (use == null) {
      use = new Use(opened(path(conversation)));
      open.put(conversation, use);
    }
    use.users++;
    if (use.closing != null) {
      use.closing.cancel(false);
    }
    return use;
  }

  private TableFile opened(Path path) throws SQLException {
    try {
      Files.createDirectories(folder, OwnerOnly.folder(folder));
      var file = TableFile.file(path);
      if (Files.exists(file)) {
        try {
          return TableFile.open(path, password);
        } catch (SQLException e) {
          LOG.warn("the tables of {} are made again: their file cannot be opened", path, e);
          TableFile.remove(path);
        }
      }
      Files.createFile(file, OwnerOnly.file(file));
      return TableFile.open(path, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void end(ConversationId conversation, Use use) {
    use.users--;
    use.lastUsed = System.nanoTime();
    if (open.get(conversation) != use) {
      return;
    }
    if (exclusive != null || isDead(use.file)) {
      open.remove(conversation);
      use.file.close();
    } else if (use.users == 0 && !closer.isShutdown()) {
      use.closing =
          closer.schedule(
              () -> closeIdle(conversation), idle.toMillis() + 1, TimeUnit.MILLISECONDS);
    }
  }

  /// H2 closes a database in which memory ran out.
  private static boolean isDead(TableFile file) {
    try {
      return file.owner().isClosed() || !file.owner().isValid(1);
    } catch (SQLException _) {
      return true;
    }
  }

  private synchronized void closeIdle(ConversationId conversation) {
    var use = open.get(conversation);
    if (use != null && use.users == 0 && System.nanoTime() - use.lastUsed >= idle.toNanos()) {
      open.remove(conversation);
      use.file.close();
    }
  }

  /// How many databases are open.
  synchronized int opened() {
    return open.size();
  }

  @Override
  public Set<ConversationId> all() {
    var found = new HashSet<ConversationId>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (var files = Files.list(folder)) {
      files
          .map(file -> FILE.matcher(String.valueOf(file.getFileName())))
          .filter(Matcher::matches)
          .forEach(name -> found.add(new ConversationId(UUID.fromString(name.group(1)))));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remove(ConversationId conversation) {
    alone(
        conversation,
        () -> {
          removeHere(conversation);
          return conversation;
        });
  }

  private synchronized void removeHere(ConversationId conversation) {
    var use = open.remove(conversation);
    if (use == null) {
      TableFile.remove(path(conversation));
    } else {
      use.file.destroy();
    }
  }

  private Path path(ConversationId conversation) {
    return folder.toAbsolutePath().resolve(conversation.toString());
  }

  @Override
  public synchronized void close() {
    closer.shutdownNow();
    open.values().forEach(use -> use.file.close());
    open.clear();
  }
}
