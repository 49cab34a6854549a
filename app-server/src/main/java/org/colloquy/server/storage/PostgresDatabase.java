package org.colloquy.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// PostgreSQL over a pool: it is durable and bears interrupts by itself.
final class PostgresDatabase implements Database {
  private static final int CONNECTIONS = 16;
  private static final long PATIENCE_MILLIS = 5_000;

  private static final String WRONG_LOGIN = "28";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String NO_CHARACTER = "22021";

  private final HikariDataSource pool;
  private final @Nullable SoleUse sole;
  private final Jdbi jdbi;
  private final Remembered remembered = Remembered.notOf(this);
  private volatile Runnable afterWrites = () -> {};

  private PostgresDatabase(HikariDataSource pool, @Nullable SoleUse sole) {
    this.pool = pool;
    this.sole = sole;
    jdbi = Jdbi.create(pool);
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /// Opens a database that others may have open as well.
  static PostgresDatabase open(String url, Migrations migrations) {
    return open(pool(url, null), null, migrations);
  }

  /// Opens a database that nobody else has open then.
  ///
  /// @param password null for none, or one that is in the address
  static PostgresDatabase openAlone(String url, @Nullable String password, Migrations migrations) {
    var pool = pool(url, password);
    try {
      return open(pool, SoleUse.of(() -> connect(url, password)), migrations);
    } catch (SQLException fault) {
      pool.close();
      throw unreachable(fault);
    } catch (ProblemException refused) {
      pool.close();
      throw refused;
    }
  }

  private static PostgresDatabase open(
      HikariDataSource pool, @Nullable SoleUse sole, Migrations migrations) {
    var database = new PostgresDatabase(pool, sole);
    boolean fine = false;
    try {
      migrate(pool, migrations);
      database.markInstance();
      fine = true;
      return database;
    } catch (SQLException fault) {
      throw unreachable(fault);
    } finally {
      if (!fine) {
        database.close();
      }
    }
  }

  private static HikariDataSource pool(String url, @Nullable String password) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    if (password != null) {
      config.setPassword(password);
    }
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

  private static Connection connect(String url, @Nullable String password) throws SQLException {
    var login = new Properties();
    if (password != null) {
      login.setProperty("password", password);
    }
    return DriverManager.getConnection(url, login);
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

  /// Which database this is: one that was copied has the same id.
  UUID instance() {
    return read(handle -> handle.createQuery("select id from instance").mapTo(UUID.class).one());
  }

  @Override
  public Remembered remembered() {
    return remembered;
  }

  @Override
  public <T> T read(Work<T> work) {
    checkSole();
    try {
      return jdbi.inTransaction(
          TransactionIsolationLevel.REPEATABLE_READ,
          handle -> {
            handle.setReadOnly(true);
            return work.run(handle);
          });
    } catch (JdbiException fault) {
      throw known(fault);
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    checkSole();
    try {
      return jdbi.inTransaction(work::run);
    } catch (JdbiException fault) {
      throw known(fault);
    } finally {
      afterWrites.run();
    }
  }

  private void checkSole() {
    if (sole != null) {
      sole.check();
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

  /// The failure as one that we planned for, where it is one. H2 keeps a NUL and finds it again,
  /// PostgreSQL does not even look for it.
  private static RuntimeException known(JdbiException fault) {
    if (isConnectionLost(fault)) {
      return unreachable(fault);
    }
    return fault.getCause() instanceof SQLException sql && NO_CHARACTER.equals(sql.getSQLState())
        ? new ProblemException(new Problem.Invalid("", "Null characters are not allowed."), fault)
        : fault;
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
    return new ProblemException(new Problem.Unavailable(sentence(fault)), fault);
  }

  private static String sentence(Exception fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        var state = sql.getSQLState();
        if (state.startsWith(WRONG_LOGIN)) {
          return "The PostgreSQL server does not take this user with this password.";
        }
        if (state.equals(NO_SUCH_DATABASE)) {
          return "There is no database of this name on the PostgreSQL server.";
        }
      }
    }
    return "The PostgreSQL server cannot be reached.";
  }

  @Override
  public void close() {
    if (sole != null) {
      sole.close();
    }
    pool.close();
  }
}
