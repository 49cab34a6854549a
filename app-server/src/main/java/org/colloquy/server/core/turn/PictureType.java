package org.colloquy.server.core.turn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of pictures that providers take. What a file really is, its first bytes say.
final class PictureType {
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".webp");
  private static final int WEBP_AT = 8;

  private PictureType() {}

  /// Whether it is called a picture.
  static boolean named(String mediaType, String name) {
    var small = name.toLowerCase(Locale.ROOT);
    return mediaType.toLowerCase(Locale.ROOT).startsWith("image/")
        || ENDINGS.stream().anyMatch(small::endsWith);
  }

  /// Its media type; empty when it is no picture that can be shown.
  static Optional<String> of(byte[] bytes) {
    if (has(bytes, 0, "\u0089PNG\r\n")) {
      return Optional.of("image/png");
    }
    if (has(bytes, 0, "\u00FF\u00D8\u00FF")) {
      return Optional.of("image/jpeg");
    }
    if (has(bytes, 0, "GIF8")) {
      return Optional.of("image/gif");
    }
    return has(bytes, 0, "RIFF") && has(bytes, WEBP_AT, "WEBP")
        ? Optional.of("image/webp")
        : Optional.empty();
  }

  private static boolean has(byte[] bytes, int at, String wanted) {
    var all = wanted.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < at + all.length) {
      return false;
    }
    for (int i = 0; i < all.length; i++) {
      if (bytes[at + i] != all[i]) {
        return false;
      }
    }
    return true;
  }
}
