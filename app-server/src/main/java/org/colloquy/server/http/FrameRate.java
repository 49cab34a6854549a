package org.colloquy.server.http;

import java.time.Duration;

/// How often somebody may send frames of a WebSocket that say nothing: pings, pongs and empty ones.
/// Each costs as much to read as one that says something.
final class FrameRate {
  /// Clients ping every few seconds.
  private static final int MOST = 100;

  private static final long TIME = Duration.ofSeconds(10).toNanos();

  private long since = System.nanoTime();
  private int count;

  /// Counts one; true when there were too many of late.
  boolean isTooMuch() {
    long now = System.nanoTime();
    if (now - since > TIME) {
      since = now;
      count = 0;
    }
    count++;
    return count > MOST;
  }
}
