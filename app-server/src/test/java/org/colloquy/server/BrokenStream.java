package org.colloquy.server;

import java.io.InputStream;

/// Gives some bytes and then breaks.
public final class BrokenStream extends InputStream {
  private int left;

  /// @param left how many bytes it gives before
  public BrokenStream(int left) {
    this.left = left;
  }

  @Override
  public int read() {
    if (left == 0) {
      throw new IllegalStateException("the line is dead");
    }
    left--;
    return 'x';
  }

  @Override
  public int read(byte[] bytes, int from, int most) {
    bytes[from] = (byte) read();
    return 1;
  }
}
