package org.colloquy.server.api.userchat;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Reads the integer ids of this API.
final class Numbers {
  private static final Pattern INTEGER = Pattern.compile("\\s*-?\\d{1,18}\\s*");

  private Numbers() {}

  /// Empty when the text is not an integer.
  static OptionalLong parse(String text) {
    return INTEGER.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text.strip()))
        : OptionalLong.empty();
  }
}
