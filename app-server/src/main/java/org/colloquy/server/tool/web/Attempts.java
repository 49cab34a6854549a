package org.colloquy.server.tool.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.colloquy.server.core.turn.Cancellation;

/// Tries things at the same time, each on a thread of its own, and ends those that take too long.
/// Cancelling ends all of them.
final class Attempts implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Cancellation cancellation;
  private final Cancellation.Registration stopping;

  Attempts(Cancellation cancellation) {
    this.cancellation = cancellation;
    this.stopping = cancellation.onCancel(threads::shutdownNow);
  }

  /// Tries all of these for at most this long, and returns what became of each, in their order.
  ///
  /// @throws CancellationException when cancelled
  <T> List<Future<T>> all(List<? extends Callable<T>> tasks, Duration most) {
    try {
      var done = threads.invokeAll(tasks, most.toMillis(), TimeUnit.MILLISECONDS);
      if (!cancellation.cancelled()) {
        return done;
      }
    } catch (RejectedExecutionException e) {
      throw cancelled(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    }
    throw new CancellationException("cancelled");
  }

  private static CancellationException cancelled(Exception cause) {
    var cancelled = new CancellationException("cancelled");
    cancelled.initCause(cause);
    return cancelled;
  }

  /// Ends what still runs and does not wait for it.
  @Override
  public void close() {
    stopping.close();
    threads.shutdownNow();
  }
}
