package org.colloquy.server.storage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colloquy.server.core.cluster.Exclusive;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/// A database that remembers which statements were run.
public final class WatchedDatabase implements Database {
  private final Database database;
  private final Remembered remembered = Remembered.of(this);
  private final List<String> statements = new CopyOnWriteArrayList<>();

  public WatchedDatabase(Database database) {
    this.database = database;
  }

  /// All statements since the last [#forget], in order.
  public List<String> statements() {
    return List.copyOf(statements);
  }

  public void forget() {
    statements.clear();
  }

  @Override
  public <T> T read(Work<T> work) {
    return database.read(handle -> work.run(watched(handle)));
  }

  @Override
  public <T> T write(Work<T> work) {
    return database.write(handle -> work.run(watched(handle)));
  }

  private Handle watched(Handle handle) {
    handle
        .getConfig(SqlStatements.class)
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logAfterExecution(StatementContext context) {
                statements.add(context.getRenderedSql());
              }
            });
    return handle;
  }

  @Override
  public Exclusive exclusive() {
    return database.exclusive();
  }

  @Override
  public boolean isShared() {
    return database.isShared();
  }

  @Override
  public void afterWrites(Runnable listener) {
    database.afterWrites(listener);
  }

  @Override
  public Remembered remembered() {
    return remembered;
  }

  @Override
  public void close() {
    database.close();
  }
}
