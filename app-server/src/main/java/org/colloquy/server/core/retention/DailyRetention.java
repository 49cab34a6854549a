package org.colloquy.server.core.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has what is out of date deleted once a day. It looks at the clock more often than that, because
/// a computer that slept overnight does not count its hours.
public final class DailyRetention implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DailyRetention.class);
  private static final Duration DAY = Duration.ofDays(1);

  private final Retention retention;
  private final InstantSource clock;
  private final Duration pause;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private DailyRetention(Retention retention, InstantSource clock, Duration pause) {
    this.retention = retention;
    this.clock = clock;
    this.pause = pause;
    var started = clock.instant();
    thread = Thread.ofVirtual().name("retention").start(() -> repeat(started));
  }

  /// Begins with the first day after this one.
  public static DailyRetention start(Retention retention, InstantSource clock) {
    return start(retention, clock, Duration.ofMinutes(30));
  }

  /// @param pause how long it waits before it looks at the clock again
  static DailyRetention start(Retention retention, InstantSource clock, Duration pause) {
    return new DailyRetention(retention, clock, pause);
  }

  private void repeat(Instant started) {
    var last = started;
    try {
      while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        var now = clock.instant();
        if (!now.isBefore(last.plus(DAY)) && run()) {
          last = now;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return false when it failed and is to be tried again
  private boolean run() {
    try {
      retention.run();
      return true;
    } catch (RuntimeException e) {
      LOG.warn("what is out of date could not be deleted", e);
      return false;
    }
  }

  /// Waits for the run that is going on.
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
