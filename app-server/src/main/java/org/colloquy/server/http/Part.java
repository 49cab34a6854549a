package org.colloquy.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One part of a multipart body while it is being read. What is not read of it is skipped.
///
/// @param fileName as its sender called it; null when it is no file
/// @param mediaType its kind in its sender's words; may be empty
/// @param content fails with a planned refusal when the body breaks off or is too large
public record Part(String name, @Nullable String fileName, String mediaType, InputStream content) {
  /// The beginning of its content as a text.
  ///
  /// @param most how many bytes at the most
  public String text(int most) {
    try {
      return new String(content.readNBytes(most), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
