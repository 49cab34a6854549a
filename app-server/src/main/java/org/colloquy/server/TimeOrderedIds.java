package org.colloquy.server;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.colloquy.server.core.Ids;

/// Ids as of RFC 9562, version 7: 48 bits of time in milliseconds, a counter, and chance.
final class TimeOrderedIds implements Ids {
  private static final int COUNTER_BITS = 12;

  private final InstantSource clock;
  private final SecureRandom random;
  private final AtomicLong last = new AtomicLong();

  TimeOrderedIds(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public UUID next() {
    long now = clock.millis() << COUNTER_BITS;
    long tick = last.updateAndGet(before -> Math.max(before + 1, now));
    long high = ((tick >>> COUNTER_BITS) << 16) | 0x7000L | (tick & ((1 << COUNTER_BITS) - 1));
    long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
