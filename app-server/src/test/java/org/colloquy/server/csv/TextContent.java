package org.colloquy.server.csv;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.colloquy.server.core.table.TableFiles;

/// A text as the content of a file.
final class TextContent implements TableFiles.Content {
  private final byte[] bytes;

  private TextContent(byte[] bytes) {
    this.bytes = bytes;
  }

  static TextContent of(String text) {
    return of(text, StandardCharsets.UTF_8);
  }

  static TextContent of(String text, Charset charset) {
    return new TextContent(text.getBytes(charset));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public long size() {
    return bytes.length;
  }
}
