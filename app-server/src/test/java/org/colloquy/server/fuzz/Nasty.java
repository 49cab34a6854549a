package org.colloquy.server.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Values that somebody forgot about.
final class Nasty {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "\n",
          "null",
          "0",
          "-1",
          "true",
          "../../../etc/passwd",
          "C:\\x",
          "%00",
          "%zz",
          "a/b",
          "'; drop table message; --",
          "${jndi:ldap://127.0.0.1:9/x}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "\ud83d\ude42",
          "\u202egpj.exe",
          "e\u0301\u0301\u0301",
          "\uffff",
          "\u2028",
          "İstanbul ß ẞ ŉ",
          "00000000-0000-0000-0000-000000000000",
          "1-1-1-1-1",
          "9999-12-31T23:59:59.999999999Z",
          "-999999999-01-01T00:00:00Z",
          "http://127.0.0.1:9/",
          "http://[::1",
          "data: x\n\nevent: forged",
          "x@y",
          "a".repeat(256),
          "b".repeat(70_000));

  private static final List<String> JSON =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "[null]",
          "[[[[[[[[[[1]]]]]]]]]]",
          "0",
          "-0",
          "-1",
          "1.5",
          "1e400",
          "-1e-400",
          "1e999999999",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "1".repeat(40),
          "1".repeat(1_000),
          "\"\\ud83d\"",
          "\"\\ude42\\ud83d\"",
          "\"\\u0000\"",
          "\"2026-13-45\"",
          "{\"id\":{}}",
          "[".repeat(64) + "]".repeat(64),
          "[".repeat(5_000),
          "{\"a\":".repeat(5_000),
          "[" + "{},".repeat(200) + "1]");

  private Nasty() {}

  static <T> T oneOf(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /// A text.
  static String text(Random random) {
    if (random.nextInt(4) > 0) {
      return oneOf(random, TEXTS);
    }
    return random
        .ints(random.nextInt(40), 0, 0x11_0000)
        .filter(c -> c < 0xd800 || c > 0xdfff)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Something that may stand in JSON where a value is expected, not always rightly.
  static String json(Random random) {
    return oneOf(random, JSON);
  }

  /// The bytes with something wrong somewhere.
  static byte[] broken(Random random, byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    var broken = bytes.clone();
    int at = random.nextInt(broken.length);
    switch (random.nextInt(4)) {
      case 0 -> broken[at] = (byte) random.nextInt(256);
      case 1 -> broken = Arrays.copyOf(broken, at);
      case 2 -> System.arraycopy(bytes, at, broken, 0, broken.length - at);
      case 3 -> {
        for (int i = at; i < Math.min(broken.length, at + 4); i++) {
          broken[i] = (byte) (0xf0 + random.nextInt(16)); // never UTF-8
        }
      }
      default -> throw new AssertionError();
    }
    return broken;
  }
}
