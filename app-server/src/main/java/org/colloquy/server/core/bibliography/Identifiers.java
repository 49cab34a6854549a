package org.colloquy.server.core.bibliography;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the names that publishers give to documents. Those with a checksum are checked.
public final class Identifiers {
  private static final Pattern DOI =
      Pattern.compile("\\b10\\.\\d{4,9}/[^\\s\"<>\\[\\]{}|\\\\^`]{1,200}");
  private static final Pattern END_OF_SENTENCE = Pattern.compile("[.,;:'\u2019\u201D?!*]+$");
  private static final Pattern ARXIV =
      Pattern.compile(
          "\\barxiv:\\s*(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[a-z]{2})?/\\d{7})(?:v\\d+)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ISBN =
      Pattern.compile(
          "\\bISBN(?:-1[03])?[:\\s]*((?:97[89][- ]?)?(?:\\d[- ]?){9}[\\dX])\\b",
          Pattern.CASE_INSENSITIVE);

  private Identifiers() {}

  /// The first DOI in a text, in small letters.
  public static Optional<String> doi(String text) {
    var found = DOI.matcher(text);
    return found.find() ? Optional.of(trimmed(found.group())) : Optional.empty();
  }

  /// Without what follows it in a sentence.
  private static String trimmed(String doi) {
    var trimmed = END_OF_SENTENCE.matcher(doi).replaceFirst("");
    while (trimmed.endsWith(")") && count(trimmed, ')') > count(trimmed, '(')) {
      trimmed =
          END_OF_SENTENCE.matcher(trimmed.substring(0, trimmed.length() - 1)).replaceFirst("");
    }
    return trimmed.toLowerCase(Locale.ROOT);
  }

  private static long count(String text, char letter) {
    return text.chars().filter(one -> one == letter).count();
  }

  /// The first number of arXiv in a text, without its version.
  public static Optional<String> arxiv(String text) {
    var found = ARXIV.matcher(text);
    return found.find() ? Optional.of(found.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  /// The first ISBN in a text whose checksum is right, with its digits only.
  public static Optional<String> isbn(String text) {
    var found = ISBN.matcher(text);
    while (found.find()) {
      var digits = found.group(1).replaceAll("[- ]", "").toUpperCase(Locale.ROOT);
      if (isIsbn(digits)) {
        return Optional.of(digits);
      }
    }
    return Optional.empty();
  }

  /// Whether the last digit is the one that the others ask for.
  static boolean isIsbn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0';
      sum += digits.length() == 10 ? (10 - i) * digit : (i % 2 == 0 ? 1 : 3) * digit;
    }
    return switch (digits.length()) {
      case 10 -> sum % 11 == 0;
      case 13 -> !digits.contains("X") && sum % 10 == 0;
      default -> false;
    };
  }
}
