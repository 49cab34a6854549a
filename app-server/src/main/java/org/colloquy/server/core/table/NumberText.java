package org.colloquy.server.core.table;

import org.jspecify.annotations.Nullable;

/// A number as it stands in a file, with its marks.
final class NumberText {
  private static final int LONGEST = 60;
  private static final int GROUP = 3;

  /// Digits of the exponent. Beyond that it is no measurement.
  private static final int LARGEST_EXPONENT = 3;

  private final String text;
  private final char decimal;
  private final StringBuilder plain = new StringBuilder();
  private int at;
  private int integerDigits;
  private int decimals;
  private boolean exponent;
  private boolean zeroFirst;

  private NumberText(String text, char decimal) {
    this.text = text;
    this.decimal = decimal;
  }

  /// @param plain as Java reads it
  /// @param zeroFirst whether it begins with a zero that a number does not need
  record Read(String plain, int integerDigits, int decimals, boolean exponent, boolean zeroFirst) {}

  /// Reads a number with this decimal mark, with or without marks between groups of three digits.
  static @Nullable Read read(String text, char decimal) {
    if (text.isEmpty() || text.length() > LONGEST || !maybe(text)) {
      return null;
    }
    return new NumberText(text, decimal).read();
  }

  private static boolean maybe(String text) {
    char last = text.charAt(text.length() - 1);
    return isDigit(last) || last == '.' || last == ',';
  }

  private @Nullable Read read() {
    sign();
    if (!integer() || !fraction() || !exponent() || at < text.length()) {
      return null;
    }
    return new Read(plain.toString(), integerDigits, decimals, exponent, zeroFirst);
  }

  private void sign() {
    char first = text.charAt(0);
    if (first == '-' || first == '\u2212') {
      plain.append('-');
      at++;
    } else if (first == '+') {
      at++;
    }
  }

  private boolean integer() {
    int start = at;
    digits();
    integerDigits = at - start;
    zeroFirst = integerDigits > 1 && text.charAt(start) == '0';
    if (integerDigits == 0) {
      plain.append('0');
      return at + 1 < text.length() && text.charAt(at) == decimal;
    }
    char mark = at < text.length() ? text.charAt(at) : 0;
    if (integerDigits > GROUP || mark == decimal || !isGroupMark(mark)) {
      return true;
    }
    return groups(mark);
  }

  private boolean groups(char mark) {
    while (at < text.length() && text.charAt(at) == mark) {
      at++;
      int start = at;
      digits();
      if (at - start != GROUP) {
        return false;
      }
      integerDigits += GROUP;
    }
    return true;
  }

  private boolean fraction() {
    if (at < text.length() && text.charAt(at) == decimal) {
      at++;
      plain.append('.');
      int start = at;
      digits();
      decimals = at - start;
      if (decimals == 0) {
        plain.append('0');
      }
    }
    return true;
  }

  private boolean exponent() {
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      plain.append('e');
      at++;
      if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        plain.append(text.charAt(at++));
      }
      int start = at;
      digits();
      exponent = true;
      return at > start && at - start <= LARGEST_EXPONENT;
    }
    return true;
  }

  private void digits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      plain.append(text.charAt(at++));
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isGroupMark(char c) {
    return switch (c) {
      case '.', ',', '\'', '\u2019', ' ', '\u00a0', '\u202f', '\u2009', '_' -> true;
      default -> false;
    };
  }
}
