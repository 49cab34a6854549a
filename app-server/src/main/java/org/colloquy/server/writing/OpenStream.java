package org.colloquy.server.writing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Something to write to that stays open, whoever closes it.
final class OpenStream extends FilterOutputStream {
  OpenStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] content, int from, int length) throws IOException {
    out.write(content, from, length);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
