package org.colloquy.server.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.cluster.Exclusive;
import org.colloquy.server.core.cluster.ExclusiveHere;

/// Has things done by one at a time on all servers of a PostgreSQL database. In each process there
/// is a line first, so that few connections wait; some are always left for the work itself.
final class AdvisoryLocks implements Exclusive {
  private static final int AT_ONCE = 6;

  private final HikariDataSource pool;
  private final ExclusiveHere here = new ExclusiveHere();
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  AdvisoryLocks(HikariDataSource pool) {
    this.pool = pool;
  }

  @Override
  public <T> T alone(String name, Supplier<T> work) {
    return here.alone(
        name,
        () -> {
          places.acquireUninterruptibly();
          try (var connection = pool.getConnection()) {
            call(connection, "select pg_advisory_lock(hashtextextended(?, 0))", name);
            try {
              return work.get();
            } finally {
              call(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            }
          } catch (SQLException fault) {
            throw new ProblemException(
                new Problem.Unavailable("The PostgreSQL server cannot be reached."), fault);
          } finally {
            places.release();
          }
        });
  }

  private static void call(Connection connection, String sql, String name) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.execute();
    }
  }
}
