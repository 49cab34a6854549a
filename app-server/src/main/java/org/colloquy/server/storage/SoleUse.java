package org.colloquy.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps other Colloquys away from a database on a server for as long as this process uses it: an
/// advisory lock of a connection that does nothing else. When that connection is lost, so is the
/// lock. Then nothing more is done until it is taken again.
final class SoleUse implements Hold {
  private static final Logger LOG = LoggerFactory.getLogger(SoleUse.class);

  /// The number of the lock: `colloquy` in ASCII.
  static final long LOCK = 0x636f6c6c6f717579L;

  private static final long LOOKED_EVERY_SECONDS = 3;
  private static final int ANSWERED_WITHIN_SECONDS = 5;

  private final Connecting source;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread watcher;
  private volatile boolean held = true;
  private @Nullable Connection holder;

  private SoleUse(Connecting source, Connection holder) {
    this.source = source;
    this.holder = holder;
    watcher = Thread.ofPlatform().daemon().name("database-lock").start(this::watch);
  }

  /// Makes connections that are ended when they are closed.
  @FunctionalInterface
  interface Connecting {
    Connection connect() throws SQLException;
  }

  /// Takes a database for this process.
  ///
  /// @throws ProblemException Unavailable when another Colloquy has it
  static SoleUse of(Connecting source) throws SQLException {
    var holder = lock(source);
    if (holder == null) {
      throw inUse();
    }
    return new SoleUse(source, holder);
  }

  private static @Nullable Connection lock(Connecting source) throws SQLException {
    var connection = source.connect();
    try {
      if (Membership.says(connection, "pg_try_advisory_lock(" + LOCK + ")")) {
        return connection;
      }
    } catch (SQLException fault) {
      connection.close();
      throw fault;
    }
    connection.close();
    return null;
  }

  private static ProblemException inUse() {
    return new ProblemException(
        new Problem.Unavailable(
            "Another Colloquy uses this database. Only one can do so at a time; end it first."));
  }

  @Override
  public void check() {
    if (!held) {
      throw new ProblemException(
          new Problem.Unavailable("The PostgreSQL server was lost and is being looked for."));
    }
  }

  private void watch() {
    try {
      while (!closing.await(LOOKED_EVERY_SECONDS, TimeUnit.SECONDS)) {
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      if (holder != null && holder.isValid(ANSWERED_WITHIN_SECONDS)) {
        return;
      }
      held = false;
      release();
      holder = lock(source);
      held = holder != null;
      LOG.warn("the lock on the database was lost; taken again: {}", held);
    } catch (SQLException fault) {
      LOG.warn("the lock on the database is lost, and is tried again: {}", fault.getSQLState());
    }
  }

  private void release() {
    try {
      if (holder != null) {
        holder.close();
      }
    } catch (SQLException fault) {
      LOG.warn("a lost connection could not be closed: {}", fault.getSQLState());
    }
    holder = null;
  }

  /// Lets others have it.
  @Override
  public void close() {
    closing.countDown();
    try {
      watcher.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    release();
  }
}
