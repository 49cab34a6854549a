package org.colloquy.server.transcript;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that ends with an error when one thing in it goes on for too long.
final class LimitedStream extends FilterInputStream {
  private final long most;
  private long read;

  /// @param most bytes of one thing
  LimitedStream(InputStream content, long most) {
    super(content);
    this.most = most;
  }

  /// Another thing begins.
  void another() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    read += Math.max(count, 0);
    if (read > most) {
      throw new IOException("more than " + most + " bytes");
    }
    return count;
  }
}
