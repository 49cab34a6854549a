package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;

/// A picture. Its size is read before anything else, and nothing larger is looked at.
final class Picture {
  private static final long MOST_PIXELS = 50_000_000;
  private static final String WEBP = "image/webp";
  private static final Set<String> KNOWN =
      Set.of("image/png", "image/jpeg", WEBP, "image/gif", "image/bmp", "image/tiff");
  private static final int WEBP_HEAD = 30;

  private Picture() {}

  static boolean isKnown(String type) {
    return KNOWN.contains(type);
  }

  static void read(Path file, Sight sight, TextTaker taker) throws IOException {
    var size = size(file);
    if (size.width() * size.height() > MOST_PIXELS) {
      throw new Unreadable(
          "The picture is %d by %d pixels; more than %d million are not looked at."
              .formatted(size.width(), size.height(), MOST_PIXELS / 1_000_000));
    }
    taker.fact("width", Long.toString(size.width()));
    taker.fact("height", Long.toString(size.height()));
    if (!sight.isThere()) {
      taker.hint(
          "This is a picture, and nothing here can read what is written in it; installing Tesseract"
              + " helps.");
      taker.all("");
      return;
    }
    var seen = sight.read(file);
    if (seen.isEmpty()) {
      taker.hint("What is written in this picture could not be read.");
    }
    taker.all(seen.orElse(""));
  }

  private record Size(long width, long height) {}

  private static Size size(Path file) throws IOException {
    byte[] head;
    try (InputStream content = Files.newInputStream(file)) {
      head = content.readNBytes(WEBP_HEAD);
    }
    if (head.length == WEBP_HEAD && text(head, 8, 4).equals("WEBP")) {
      return webp(head);
    }
    ImageIO.setUseCache(false);
    try (var content = ImageIO.createImageInputStream(file.toFile())) {
      var readers = ImageIO.getImageReaders(content);
      if (!readers.hasNext()) {
        throw new Unreadable("The picture is damaged and cannot be read.");
      }
      var reader = readers.next();
      reader.setInput(content);
      try {
        return new Size(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      throw e instanceof Unreadable known
          ? known
          : new Unreadable("The picture is damaged and cannot be read.", e);
    }
  }

  /// The three kinds of WebP say it in three ways.
  private static Size webp(byte[] head) throws Unreadable {
    return switch (text(head, 12, 4)) {
      case "VP8 " -> new Size(number(head, 26, 2) & 0x3fff, number(head, 28, 2) & 0x3fff);
      case "VP8L" -> {
        long bits = number(head, 21, 4);
        yield new Size((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
      }
      case "VP8X" -> new Size(number(head, 24, 3) + 1, number(head, 27, 3) + 1);
      default -> throw new Unreadable("The picture is damaged and cannot be read.");
    };
  }

  private static long number(byte[] bytes, int offset, int length) {
    long number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = (number << 8) | (bytes[offset + i] & 0xff);
    }
    return number;
  }

  private static String text(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
  }
}
