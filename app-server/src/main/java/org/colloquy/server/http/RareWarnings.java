package org.colloquy.server.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Warns of what strangers can make happen as often as they like: one line a minute for each kind
/// of thing, with how often it happened.
final class RareWarnings {
  private static final Logger LOG = LoggerFactory.getLogger(RareWarnings.class);
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Count> counts = new HashMap<>();

  /// It happened once more.
  ///
  /// @param what the end of a sentence that begins with a number; one of a few
  void warn(String what) {
    long now = System.nanoTime();
    int times;
    lock.lock();
    try {
      var before = counts.getOrDefault(what, new Count(0, now - PAUSE));
      boolean due = now - before.saidAt() >= PAUSE;
      times = due ? before.unsaid() + 1 : 0;
      counts.put(what, due ? new Count(0, now) : new Count(before.unsaid() + 1, before.saidAt()));
    } finally {
      lock.unlock();
    }
    if (times > 0) {
      LOG.warn("{} {}", times, what);
    }
  }

  /// How often something happened since it was last said.
  private record Count(int unsaid, long saidAt) {}
}
