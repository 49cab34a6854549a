package org.colloquy.desktop.ui.parts;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// A picture as a PNG file: eight bits for each of red, green, blue and opacity (W3C PNG, third
/// edition). The program has no other use for AWT, which could write one.
public final class PngImage {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int BITS = 8;
  private static final int WITH_OPACITY = 6;

  private PngImage() {}

  public static byte[] of(Image image) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", head((int) image.getWidth(), (int) image.getHeight()));
      chunk(out, "IDAT", lines(image));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] head(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(width);
    out.writeInt(height);
    out.write(new byte[] {BITS, WITH_OPACITY, 0, 0, 0});
    return bytes.toByteArray();
  }

  /// Each line begins with a 0: it stands for itself.
  private static byte[] lines(Image image) throws IOException {
    var width = (int) image.getWidth();
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      var pixels = new byte[width * 4];
      var line = new byte[width * 4];
      for (var y = 0; y < (int) image.getHeight(); y++) {
        image
            .getPixelReader()
            .getPixels(0, y, width, 1, PixelFormat.getByteBgraInstance(), pixels, 0, width * 4);
        for (var i = 0; i < line.length; i += 4) {
          line[i] = pixels[i + 2];
          line[i + 1] = pixels[i + 1];
          line[i + 2] = pixels[i];
          line[i + 3] = pixels[i + 3];
        }
        out.write(0);
        out.write(line);
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
    var type = name.getBytes(StandardCharsets.US_ASCII);
    var check = new CRC32();
    check.update(type);
    check.update(data);
    out.writeInt(data.length);
    out.write(type);
    out.write(data);
    out.writeInt((int) check.getValue());
  }
}
