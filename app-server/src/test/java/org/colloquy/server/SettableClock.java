package org.colloquy.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until the test moves it.
public final class SettableClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-01-15T10:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }
}
