package org.colloquy.benchmarks;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/// Finds stamps in bytes that arrive in pieces of any size, whatever is around them.
final class StampReader {
  private final LongConsumer found;
  private int matched;
  private long nanos;

  StampReader(LongConsumer found) {
    this.found = found;
  }

  /// Reads all the remaining bytes without moving the buffer's position.
  void read(ByteBuffer bytes) {
    for (int at = bytes.position(); at < bytes.limit(); at++) {
      read(bytes.get(at));
    }
  }

  private void read(byte next) {
    if (matched < 2) {
      matched = next == '@' ? 1 : next == 't' && matched == 1 ? 2 : 0;
      nanos = 0;
      return;
    }
    int digit = Character.digit(next, 16);
    if (digit < 0) {
      matched = next == '@' ? 1 : 0;
      return;
    }
    nanos = nanos << 4 | digit;
    if (++matched == 18) {
      matched = 0;
      found.accept(nanos);
    }
  }
}
