package org.colloquy.server.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import org.colloquy.server.core.Sha256;
import org.jspecify.annotations.Nullable;

/// How many rows there are, and the sum of their hashes. It is the same for the same rows in
/// whatever order: databases do not agree about that of texts.
///
/// @param hashes modulo 2^256
record RowSum(long rows, BigInteger hashes) {
  static final RowSum NONE = new RowSum(0, BigInteger.ZERO);

  private static final BigInteger ALL = BigInteger.ONE.shiftLeft(256);

  /// With one row more.
  RowSum plus(List<@Nullable Object> row) {
    var digest = Sha256.digest();
    row.forEach(value -> add(digest, value));
    return new RowSum(rows + 1, hashes.add(new BigInteger(1, digest.digest())).mod(ALL));
  }

  /// A value with its length, so that no two rows say the same.
  private static void add(MessageDigest digest, @Nullable Object value) {
    var bytes =
        switch (value) {
          case null -> new byte[0];
          case byte[] itself -> itself;
          default -> value.toString().getBytes(UTF_8);
        };
    int length = value == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    digest.update(bytes);
  }
}
