package org.colloquy.benchmarks;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/// So many mebibytes that are no file of any kind. Each is another one, and so is each stream.
final class ManyBytes extends InputStream {
  private static final int MEBIBYTE = 1 << 20;

  private final byte[] bytes = new byte[MEBIBYTE];
  private long left;
  private int at = MEBIBYTE;

  ManyBytes(int mebibytes) {
    new Random(System.nanoTime()).nextBytes(bytes);
    left = mebibytes;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) {
    if (at == MEBIBYTE) {
      if (left == 0) {
        return -1;
      }
      ByteBuffer.wrap(bytes).putLong(left);
      left--;
      at = 0;
    }
    int given = Math.min(most, MEBIBYTE - at);
    System.arraycopy(bytes, at, into, from, given);
    at += given;
    return given;
  }
}
