package org.colloquy.model;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/// What a certificate authority is recognised by: the SHA-256 of its public key in base32, with a
/// check digit after every 13 characters, so that a slip of the pen is noticed.
///
/// @param text 56 characters in eight groups of seven, such as `ABCDEFG-…`
public record Fingerprint(String text) {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BASE = DIGITS.length();
  private static final int BITS = 5;
  private static final int PART = 13;
  private static final int PARTS = 4;
  private static final int GROUP = 7;

  /// @throws IllegalArgumentException when it is not written as [#text] is, or a check digit is
  ///   wrong
  public Fingerprint {
    if (!read(text, digits(text)).equals(text)) {
      throw new IllegalArgumentException("no fingerprint");
    }
  }

  /// That of a public key.
  ///
  /// @param publicKey the key's SubjectPublicKeyInfo in DER
  public static Fingerprint of(byte[] publicKey) {
    var digits = base32(sha256(publicKey));
    var checked = new StringBuilder();
    for (var part = 0; part < PARTS; part++) {
      var some = digits.substring(part * PART, (part + 1) * PART);
      checked.append(some).append(check(some));
    }
    return new Fingerprint(grouped(checked.toString()));
  }

  /// What somebody typed: in small letters, with other spaces, and with 0, 1 and 8 for the letters
  /// that they look like.
  ///
  /// @return empty when it is none, or a check digit is wrong
  public static Optional<Fingerprint> read(String typed) {
    var found = read(typed, digits(typed));
    return found.isEmpty() ? Optional.empty() : Optional.of(new Fingerprint(found));
  }

  private static String read(String typed, String digits) {
    boolean whole = digits.length() == PARTS * (PART + 1) && typed.length() < 4 * digits.length();
    for (var part = 0; whole && part < PARTS; part++) {
      var some = digits.substring(part * (PART + 1), (part + 1) * (PART + 1));
      whole =
          some.chars().allMatch(each -> DIGITS.indexOf(each) >= 0)
              && check(some.substring(0, PART)) == some.charAt(PART);
    }
    return whole ? grouped(digits) : "";
  }

  private static String digits(String typed) {
    return typed
        .replaceAll("[\\s-]", "")
        .toUpperCase(Locale.ROOT)
        .replace('0', 'O')
        .replace('1', 'I')
        .replace('8', 'B');
  }

  private static String grouped(String digits) {
    return digits.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
  }

  /// The 256 bits and four more, which are zero.
  private static String base32(byte[] hash) {
    var number = new BigInteger(1, hash).shiftLeft(PARTS * PART * BITS - hash.length * Byte.SIZE);
    var digits = new StringBuilder();
    for (var place = PARTS * PART - 1; place >= 0; place--) {
      digits.append(DIGITS.charAt(number.shiftRight(place * BITS).intValue() & (BASE - 1)));
    }
    return digits.toString();
  }

  /// Luhn's check digit for base 32, as Syncthing counts it for its device ids.
  private static char check(String digits) {
    var factor = 1;
    var sum = 0;
    for (var place = 0; place < digits.length(); place++) {
      var addend = factor * DIGITS.indexOf(digits.charAt(place));
      sum += addend / BASE + addend % BASE;
      factor = 3 - factor;
    }
    return DIGITS.charAt((BASE - sum % BASE) % BASE);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
