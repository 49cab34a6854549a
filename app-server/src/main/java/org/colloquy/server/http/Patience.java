package org.colloquy.server.http;

import java.time.Duration;

/// How long the other side of a connection may keep us waiting. Waiting uses it up, and every byte
/// that passes gives some of it back, so that a slow line is borne and a trickle is not.
///
/// One thread waits, another one looks whether it has waited too long.
final class Patience {
  private final long most;
  private final long forOneByte;
  private long left;
  private long since;
  private volatile long until;
  private volatile boolean waiting;

  /// @param most how long it lasts when not a byte passes
  /// @param bytesASecond what must pass in the long run
  Patience(Duration most, int bytesASecond) {
    this.most = most.toNanos();
    this.forOneByte = Duration.ofSeconds(1).toNanos() / bytesASecond;
    this.left = this.most;
  }

  /// The waiting begins.
  void begin() {
    since = System.nanoTime();
    until = since + left;
    waiting = true;
  }

  /// The waiting is over, and so many bytes passed.
  void end(long bytes) {
    waiting = false;
    long waited = System.nanoTime() - since;
    left = Math.clamp(left - waited + bytes * forOneByte, 0, most);
  }

  /// Whether somebody has waited too long by now.
  boolean isOver(long now) {
    return waiting && now - until > 0;
  }
}
