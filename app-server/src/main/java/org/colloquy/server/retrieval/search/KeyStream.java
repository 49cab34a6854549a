package org.colloquy.server.retrieval.search;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals the bytes of a file, or opens them, from any place on: AES in counter mode. It hides what
/// is written; whether somebody changed it, the index sees by its own checksums only by chance.
final class KeyStream {
  private static final int KEY_BYTES = 32;
  private static final int BLOCK = 16;

  /// Random bytes at the start of each counter; the rest counts blocks.
  private static final int RANDOM_BYTES = 8;

  private final Cipher cipher;

  /// A key that is never written down.
  record Key(SecretKeySpec secret) {
    static Key random(SecureRandom random) {
      var bytes = new byte[KEY_BYTES];
      random.nextBytes(bytes);
      return new Key(new SecretKeySpec(bytes, "AES"));
    }
  }

  KeyStream(Key key, byte[] beginning) {
    this(key, beginning, 0);
  }

  /// @param place in the file, at which the bytes begin
  KeyStream(Key key, byte[] beginning, long place) {
    try {
      cipher = Cipher.getInstance("AES/CTR/NoPadding");
      var counter =
          ByteBuffer.allocate(BLOCK).put(beginning, 0, RANDOM_BYTES).putLong(place / BLOCK).array();
      cipher.init(Cipher.ENCRYPT_MODE, key.secret, new IvParameterSpec(counter));
      cipher.update(new byte[(int) (place % BLOCK)]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES", e);
    }
  }

  /// A beginning that no other file has.
  static byte[] beginning(SecureRandom random) {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  /// The next bytes, sealed if they were open and open if they were sealed.
  byte[] applied(byte[] bytes, int offset, int length) {
    return cipher.update(bytes, offset, length);
  }
}
