package org.colloquy.server.core;

import java.util.regex.Pattern;

/// The SHA-256 of a content, by which it is found. Nobody outside is told: it would say whether
/// somebody else has the same file.
///
/// @param hex 64 hexadecimal digits, in small letters
public record ContentHash(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public ContentHash {
    if (!isOne(hex)) {
      throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
    }
  }

  /// Whether this is the form of one.
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
