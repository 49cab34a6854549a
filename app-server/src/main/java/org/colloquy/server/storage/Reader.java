package org.colloquy.server.storage;

import java.sql.SQLException;
import java.time.Duration;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Answers reads, one after the other, on a thread and a connection of its own.
final class Reader implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WorkQueue reads;
  private final Gate gate;
  private final Runnable doubt;
  private @Nullable Handle handle;

  /// @param doubt told when a read failed as if the database was at fault
  Reader(WorkQueue reads, Gate gate, Runnable doubt) {
    this.reads = reads;
    this.gate = gate;
    this.doubt = doubt;
  }

  /// Reads from here on; waits until the read that is going on has ended.
  ///
  /// @param next null when there is nothing to read from
  synchronized void readFrom(@Nullable Handle next) {
    handle = next;
  }

  @Override
  public void run() {
    while (!gate.isClosed() || !reads.isEmpty()) {
      for (var read : reads.take(1, PATIENCE)) {
        answer(read);
        read.finish();
      }
    }
  }

  private synchronized void answer(Pending<?> read) {
    if (handle == null) {
      read.fail(gate.refused());
      return;
    }
    read.run(handle);
    try {
      end(handle);
    } catch (Throwable fault) {
      read.fail(fault);
    }
    var failure = read.failure();
    if (failure != null && H2Faults.isFault(failure)) {
      read.fail(gate.refused(failure));
      doubt.run();
    }
  }

  /// Ends a read, and drops what it changed although it was only to look. H2 forgets its parsed
  /// statements with every rollback, and writes out what others have not committed yet, so one that
  /// changed nothing is committed.
  private static void end(Handle handle) throws SQLException {
    var session = (SessionLocal) handle.getConnection().unwrap(JdbcConnection.class).getSession();
    if (session.containsUncommitted()) {
      handle.rollback();
    } else {
      handle.commit();
    }
  }
}
