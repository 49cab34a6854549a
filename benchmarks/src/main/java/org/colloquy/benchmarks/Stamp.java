package org.colloquy.benchmarks;

import java.nio.charset.StandardCharsets;

/// The time written into a token by its sender, so that its receiver on the same machine can tell
/// how long it was under way: both read the same monotonic clock.
final class Stamp {
  /// How long a stamp is: `@t`, 16 hexadecimal digits, a space.
  static final int LENGTH = 19;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Stamp() {}

  /// Writes one.
  static void write(long nanos, byte[] into, int at) {
    into[at] = '@';
    into[at + 1] = 't';
    for (int digit = 0; digit < 16; digit++) {
      into[at + 2 + digit] = DIGITS[(int) (nanos >>> (60 - 4 * digit)) & 15];
    }
    into[at + LENGTH - 1] = ' ';
  }
}
