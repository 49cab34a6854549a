package org.colloquy.server.storage.table;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TableRows;

/// Puts questions to tables, each on a thread of its own that is stopped when it takes too long or
/// too much memory. Only a few run at once; one that cannot be stopped keeps its place.
final class Queries {
  /// How long a question may take.
  static final Duration LONGEST = Duration.ofSeconds(15);

  private static final int AT_ONCE = 4;
  private static final long LOOK_EVERY_MS = 5;

  /// What a question may take from the memory in all, before it is looked at how full that is.
  private static final long HARMLESS = 64L * 1024 * 1024;

  /// What it may take in all, most of which it gives back at once.
  private static final long MOST = 12L * 1024 * 1024 * 1024;

  private static final double FULL = 0.85;
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Semaphore places = new Semaphore(AT_ONCE);

  TableRows ask(TableFile file, String sql, int most) throws SQLException {
    if (!places.tryAcquire()) {
      throw new ProblemException(
          new Problem.Unavailable("Other questions to tables still run. Ask again later."));
    }
    boolean begun = false;
    try {
      var connection = file.reader();
      try {
        var statement = connection.createStatement();
        statement.setMaxRows(most + 1);
        var task = new FutureTask<>(() -> ResultRows.read(statement, sql, most));
        var thread =
            Thread.ofPlatform()
                .daemon()
                .name("query")
                .unstarted(() -> {
                  try {
                    task.run();
                  } finally {
                    places.release();
                    close(connection);
                  }
                });
        thread.start();
        begun = true;
        return await(task, statement, thread);
      } finally {
        if (!begun) {
          connection.close();
        }
      }
    } finally {
      if (!begun) {
        places.release();
      }
    }
  }

  private static void close(AutoCloseable connection) {
    try {
      connection.close();
    } catch (Exception _) {
      // It was closed with its database.
    }
  }

  private static TableRows await(FutureTask<TableRows> task, Statement statement, Thread thread)
      throws SQLException {
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (true) {
        try {
          return task.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          if (System.nanoTime() > end) {
            throw stopped(statement, "It took more than " + LONGEST.toSeconds() + " seconds.");
          }
          if (takesTooMuch(THREADS.getThreadAllocatedBytes(thread.threadId()))) {
            throw stopped(statement, "It took too much memory.");
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped(statement, "It was stopped.");
    } catch (ExecutionException e) {
      throw failed(Objects.requireNonNull(e.getCause()));
    }
  }

  private static boolean takesTooMuch(long allocated) {
    return allocated > MOST || (allocated > HARMLESS && FreeMemory.isBelow(1 - FULL));
  }

  private static SQLException failed(Throwable cause) {
    return switch (cause) {
      case SQLException wrong -> wrong;
      case ProblemException planned -> throw planned;
      case OutOfMemoryError _ ->
          throw new ProblemException(new Problem.Unavailable("It took too much memory."));
      default -> throw new IllegalStateException(cause);
    };
  }

  private static ProblemException stopped(Statement statement, String why) throws SQLException {
    statement.cancel();
    return new ProblemException(new Problem.Unavailable(why));
  }
}
