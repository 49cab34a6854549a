package org.colloquy.server;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.colloquy.server.core.Ids;

/// Ids that count: 1, 2, 3.
public final class CountingIds implements Ids {
  private final AtomicLong last = new AtomicLong();

  @Override
  public UUID next() {
    return new UUID(0x7000, 0x8000000000000000L + last.incrementAndGet());
  }
}
