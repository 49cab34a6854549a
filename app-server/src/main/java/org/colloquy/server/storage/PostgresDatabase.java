package org.colloquy.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.util.UUID;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// PostgreSQL over a pool: it is durable and bears interrupts by itself.
final class PostgresDatabase implements Database {
  private static final int CONNECTIONS = 16;
  private static final long PATIENCE_MILLIS = 5_000;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Remembered remembered = Remembered.notOf(this);
  private volatile Runnable afterWrites = () -> {};

  private PostgresDatabase(HikariDataSource pool) {
    this.pool = pool;
    jdbi = Jdbi.create(pool);
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  static PostgresDatabase open(String url, Migrations migrations) {
    var pool = pool(url);
    boolean fine = false;
    try {
      migrate(pool, migrations);
      var database = new PostgresDatabase(pool);
      database.markInstance();
      fine = true;
      return database;
    } catch (SQLException fault) {
      throw unreachable(fault);
    } finally {
      if (!fine) {
        pool.close();
      }
    }
  }

  private static HikariDataSource pool(String url) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setPoolName("colloquy");
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException fault) {
      throw unreachable(fault);
    }
  }

  private static void migrate(HikariDataSource pool, Migrations migrations) throws SQLException {
    boolean pending;
    try (var connection = pool.getConnection()) {
      pending = migrations.pending(connection);
    }
    if (pending) {
      migrations.run(pool);
    }
  }

  private void markInstance() {
    write(handle ->
        handle
            .createUpdate(
                """
                insert into instance (id, made_at)
                select :id, current_timestamp where not exists (select 1 from instance)
                """)
            .bind("id", UUID.randomUUID())
            .execute());
  }

  @Override
  public Remembered remembered() {
    return remembered;
  }

  @Override
  public <T> T read(Work<T> work) {
    try {
      return jdbi.inTransaction(
          TransactionIsolationLevel.REPEATABLE_READ,
          handle -> {
            handle.setReadOnly(true);
            return work.run(handle);
          });
    } catch (JdbiException fault) {
      throw isConnectionLost(fault) ? unreachable(fault) : fault;
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    try {
      return jdbi.inTransaction(work::run);
    } catch (JdbiException fault) {
      throw isConnectionLost(fault) ? unreachable(fault) : fault;
    } finally {
      afterWrites.run();
    }
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void afterWrites(Runnable listener) {
    afterWrites = listener;
  }

  /// Whether the server went away: connection exceptions, and the server being shut down.
  private static boolean isConnectionLost(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectionException) {
        return true;
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P");
      }
    }
    return false;
  }

  private static ProblemException unreachable(Exception fault) {
    return new ProblemException(
        new Problem.Unavailable("The PostgreSQL server cannot be reached."), fault);
  }

  @Override
  public void close() {
    pool.close();
  }
}
