package org.colloquy.server.security;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.identity.ApiTokenMint;

/// Makes tokens such as `colloquy_` and 49 letters and digits: 256 bits of chance, then a checksum
/// of all before it. So a program that looks for secrets that leaked knows one, and what somebody
/// mistyped is not looked up.
public final class RandomApiTokenMint implements ApiTokenMint {
  private static final String PREFIX = "colloquy_";
  private static final int RANDOM_BITS = 256;
  private static final int RANDOM_DIGITS = 43;
  private static final int CHECK_DIGITS = 6;
  private static final Pattern LOOK =
      Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_DIGITS + CHECK_DIGITS) + "}");
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

  private final SecureRandom random;

  public RandomApiTokenMint(SecureRandom random) {
    this.random = random;
  }

  @Override
  public String make() {
    var secret = PREFIX + digits(new BigInteger(RANDOM_BITS, random), RANDOM_DIGITS);
    return secret + checksum(secret);
  }

  @Override
  public boolean isOne(String text) {
    if (!LOOK.matcher(text).matches()) {
      return false;
    }
    int end = text.length() - CHECK_DIGITS;
    return text.substring(end).equals(checksum(text.substring(0, end)));
  }

  /// SHA-256 without salt and in one round: what is hashed cannot be guessed.
  @Override
  public String fingerprint(String token) {
    return Sha256.hex(token);
  }

  private static String checksum(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return digits(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
  }

  /// A number in base 62, with zeros before it.
  private static String digits(BigInteger number, int count) {
    var digits = new StringBuilder(count);
    var rest = number;
    for (int i = 0; i < count; i++) {
      var parts = rest.divideAndRemainder(BASE);
      digits.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return digits.reverse().toString();
  }
}
