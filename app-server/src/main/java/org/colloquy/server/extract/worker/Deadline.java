package org.colloquy.server.extract.worker;

import java.time.Duration;

/// How long there is. The process ends when it has passed, whatever it is doing; whoever works in
/// parts stops in time and tells what it has.
final class Deadline {
  private static final Duration LONGEST_READING = Duration.ofSeconds(60);
  private static final int LAST_QUARTER = 4;
  private static final int TOO_LATE = 4;

  private final long startedAt = System.nanoTime();
  private final Duration all;

  private Deadline(Duration all) {
    this.all = all;
  }

  static Deadline start(Duration all) {
    var deadline = new Deadline(all);
    Thread.ofPlatform().daemon().name("deadline").start(deadline::await);
    return deadline;
  }

  private void await() {
    try {
      Thread.sleep(all);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(TOO_LATE);
  }

  /// Whether there is time to read on.
  boolean allowsReading() {
    var reading = all.compareTo(LONGEST_READING) < 0 ? all : LONGEST_READING;
    return passed().compareTo(reading.minus(reading.dividedBy(LAST_QUARTER))) < 0;
  }

  /// How long pictures may still be looked at.
  Duration forPictures() {
    return all.minus(passed()).minus(Duration.ofSeconds(5));
  }

  private Duration passed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }
}
