package org.colloquy.server.security.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Something sealed: `2.` and then, in Base64, the mark of the key that opens it, the nonce, the
/// words and their tag.
///
/// @param version 2 for what is sealed now; 1 for what was sealed before there were data keys
/// @param mark tells which key opens it, without giving that away
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedText(int version, String mark, byte[] nonce, byte[] words) {
  static final int OLD = 1;
  static final int NOW = 2;
  static final int NONCE_BYTES = 12;

  private static final int MARK_BYTES = 4;
  private static final int TAG_BYTES = 16;

  /// @throws ProblemException Unavailable when it cannot be one
  static SealedText parse(String text) {
    if (!text.startsWith("1.") && !text.startsWith("2.")) {
      throw damaged();
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.substring(2));
    } catch (IllegalArgumentException _) {
      throw damaged();
    }
    if (bytes.length < MARK_BYTES + NONCE_BYTES + TAG_BYTES) {
      throw damaged();
    }
    return new SealedText(
        text.charAt(0) - '0',
        HexFormat.of().formatHex(bytes, 0, MARK_BYTES),
        Arrays.copyOfRange(bytes, MARK_BYTES, MARK_BYTES + NONCE_BYTES),
        Arrays.copyOfRange(bytes, MARK_BYTES + NONCE_BYTES, bytes.length));
  }

  /// The mark of a key.
  static String mark(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
  }

  static ProblemException damaged() {
    return new ProblemException(
        new Problem.Unavailable(
            "This stored key is damaged or was moved. Restore the database, or enter the key"
                + " again."));
  }

  @Override
  public String toString() {
    var bytes =
        ByteBuffer.allocate(MARK_BYTES + nonce.length + words.length)
            .put(HexFormat.of().parseHex(mark))
            .put(nonce)
            .put(words);
    return version + "." + Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
