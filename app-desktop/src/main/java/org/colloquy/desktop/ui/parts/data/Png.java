package org.colloquy.desktop.ui.parts.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Writes pictures as PNG, without what else could write them: the toolkit's way leads through AWT.
final class Png {
  private static final byte[] BEGINNING = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BITS = 8;
  private static final int WITH_ALPHA = 6;

  private Png() {}

  /// @param pixels row by row, as alpha, red, green and blue
  static byte[] of(int width, int height, int[] pixels) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(BEGINNING);
    var head = ByteBuffer.allocate(13).putInt(width).putInt(height);
    head.put((byte) BITS).put((byte) WITH_ALPHA);
    add(out, "IHDR", head.array());
    add(out, "IDAT", packed(width, height, pixels));
    add(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] packed(int width, int height, int[] pixels) {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      for (int y = 0; y < height; y++) {
        var row = ByteBuffer.allocate(1 + 4 * width).put((byte) 0);
        for (int x = 0; x < width; x++) {
          int pixel = pixels[y * width + x];
          row.putInt(pixel << 8 | pixel >>> 24);
        }
        deflater.write(row.array());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static void add(ByteArrayOutputStream out, String name, byte[] content) {
    var part = ByteBuffer.allocate(4 + content.length);
    part.put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
    var sum = new CRC32();
    sum.update(part.array());
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(part.array());
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
