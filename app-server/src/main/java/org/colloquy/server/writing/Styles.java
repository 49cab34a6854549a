package org.colloquy.server.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// How pages look.
final class Styles {
  private Styles() {}

  /// @param name of the file
  static String of(String name) {
    try (var file = Objects.requireNonNull(Styles.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
