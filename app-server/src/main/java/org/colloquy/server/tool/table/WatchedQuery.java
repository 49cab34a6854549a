package org.colloquy.server.tool.table;

import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.h2.tools.Csv;

/// One question to a table, on a thread of its own, which is stopped when it takes too long or too
/// much memory.
final class WatchedQuery {
  /// How long it may take.
  static final Duration LONGEST = Duration.ofSeconds(10);

  /// How many rows are told.
  static final int MOST_ROWS = 200;

  private static final long MOST_BYTES = 256L * 1024 * 1024;
  private static final long LOOK_EVERY_MS = 5;
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Statement statement;
  private final FutureTask<String> task;

  private WatchedQuery(Statement statement, String sql) {
    this.statement = statement;
    this.task = new FutureTask<>(() -> csv(sql));
  }

  /// What the question comes to, as CSV.
  ///
  /// @throws ProblemException Unavailable when it was stopped
  /// @throws SQLException when it is no question that can be answered
  static String ask(Connection reader, String sql) throws SQLException {
    try (var statement = reader.createStatement()) {
      statement.setMaxRows(MOST_ROWS);
      return new WatchedQuery(statement, sql).answer();
    }
  }

  private String answer() throws SQLException {
    var thread = Thread.ofPlatform().daemon().name("query").start(task);
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (true) {
        try {
          return task.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          if (System.nanoTime() > end) {
            throw stopped("It took more than " + LONGEST.toSeconds() + " seconds.");
          }
          if (THREADS.getThreadAllocatedBytes(thread.threadId()) > MOST_BYTES) {
            throw stopped("It took too much memory.");
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped("It was stopped.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException wrong) {
        throw wrong;
      }
      throw new IllegalStateException(Objects.requireNonNull(e.getCause()));
    }
  }

  private ProblemException stopped(String why) throws SQLException {
    statement.cancel();
    return new ProblemException(new Problem.Unavailable(why));
  }

  private String csv(String sql) throws SQLException {
    try (var rows = statement.executeQuery(sql)) {
      var text = new StringWriter();
      new Csv().write(text, rows);
      return text.toString();
    }
  }
}
