package org.colloquy.server.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Work that waits for one of the gateway's threads. Nobody interrupts those.
final class WorkQueue {
  private final LinkedBlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();

  void add(Pending<?> work) {
    queue.add(work);
  }

  /// False when a thread has taken it already.
  boolean withdraw(Pending<?> work) {
    return queue.remove(work);
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /// Waits for work and takes what is there.
  ///
  /// @param most how many at the most
  /// @param patience how long to wait for the first
  /// @return in the order they came; empty when none came in time
  List<Pending<?>> take(int most, Duration patience) {
    var taken = new ArrayList<Pending<?>>();
    try {
      var first = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (first != null) {
        taken.add(first);
        queue.drainTo(taken, most - 1);
      }
    } catch (InterruptedException _) {
      // A stray interrupt must not reach the database; the flag is cleared by now.
    }
    return taken;
  }
}
