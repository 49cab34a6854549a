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
import org.colloquy.server.core.cluster.Exclusive;
import org.colloquy.server.core.cluster.ExclusiveHere;
import org.colloquy.server.core.cluster.Servers;
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
  private final Hold hold;
  private final Jdbi jdbi;
  private final Remembered remembered = Remembered.notOf(this);
  private final Exclusive exclusive;
  private final Servers servers;
  private volatile Runnable afterWrites = () -> {};

  private PostgresDatabase(HikariDataSource pool, Hold hold) {
    this.pool = pool;
    this.hold = hold;
    exclusive = hold instanceof Membership ? new AdvisoryLocks(pool) : new ExclusiveHere();
    servers = hold instanceof Membership member ? new PostgresServers(this, member) : Servers.ALONE;
    jdbi = Jdbi.create(pool);
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /// Opens a database that others may have open as well.
  static PostgresDatabase open(String url, Migrations migrations) {
    var pool = pool(url, null);
    return opened(
        pool,
        () -> {
          new Pending(pool, migrations).renewIfOld();
          return Hold.NONE;
        });
  }

  /// Opens a database that nobody else has open then.
  ///
  /// @param password null for none, or one that is in the address
  static PostgresDatabase openAlone(String url, @Nullable String password, Migrations migrations) {
    var pool = pool(url, password);
    var database =
        opened(
            pool,
            () -> {
              var sole = SoleUse.of(() -> connect(url, password));
              try {
                new Pending(pool, migrations).renewIfOld();
                return sole;
              } catch (SQLException | RuntimeException fault) {
                sole.close();
                throw fault;
              }
            });
    database.forgetServers();
    return database;
  }

  /// Opens a database that other servers have open in the same way.
  ///
  /// @param password null for none, or one that is in the address
  static PostgresDatabase openTogether(
      String url, @Nullable String password, Migrations migrations) {
    var pool = pool(url, password);
    return opened(
        pool, () -> Membership.of(() -> connect(url, password), new Pending(pool, migrations)));
  }

  private interface Opening {
    Hold open() throws SQLException;
  }

  private static PostgresDatabase opened(HikariDataSource pool, Opening opening) {
    PostgresDatabase database = null;
    boolean fine = false;
    try {
      database = new PostgresDatabase(pool, opening.open());
      database.markInstance();
      fine = true;
      return database;
    } catch (SQLException fault) {
      throw unreachable(fault);
    } finally {
      if (database == null) {
        pool.close();
      } else if (!fine) {
        database.close();
      }
    }
  }

  /// What the last of several servers left.
  private void forgetServers() {
    write(handle -> {
      PostgresServers.TABLES.forEach(table -> handle.execute("delete from " + table));
      return true;
    });
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

  /// Scripts that may still have to be run.
  private record Pending(HikariDataSource pool, Migrations migrations) implements Membership.Shape {
    @Override
    public boolean isOld(Connection connection) throws SQLException {
      return migrations.pending(connection);
    }

    @Override
    public void renew() {
      migrations.run(pool);
    }

    void renewIfOld() throws SQLException {
      boolean old;
      try (var connection = pool.getConnection()) {
        old = isOld(connection);
      }
      if (old) {
        renew();
      }
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
    hold.check();
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
    try {
      return quietly(work);
    } finally {
      afterWrites.run();
    }
  }

  /// As [#write], for what nobody is told of who follows the writes.
  <T> T quietly(Work<T> work) {
    hold.check();
    try {
      return jdbi.inTransaction(work::run);
    } catch (JdbiException fault) {
      throw known(fault);
    }
  }

  @Override
  public Servers servers() {
    return servers;
  }

  @Override
  public Exclusive exclusive() {
    return exclusive;
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
    hold.close();
    pool.close();
  }
}
