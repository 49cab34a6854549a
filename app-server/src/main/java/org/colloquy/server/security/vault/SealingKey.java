package org.colloquy.server.security.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.colloquy.server.core.Sha256;

/// A key that seals with AES-256-GCM. It shows its mark only.
final class SealingKey {
  private static final int BYTES = 32;
  private static final int TAG_BITS = 128;

  private final byte[] bytes;
  private final String mark;

  private SealingKey(byte[] bytes) {
    this.bytes = bytes;
    mark = SealedText.mark(Sha256.digest().digest(bytes));
  }

  static SealingKey random(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new SealingKey(bytes);
  }

  /// Empty when these bytes cannot be a key.
  static Optional<SealingKey> of(byte[] bytes) {
    return bytes.length == BYTES ? Optional.of(new SealingKey(bytes.clone())) : Optional.empty();
  }

  /// Tells it from others.
  String mark() {
    return mark;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /// @param bound what it belongs to; opening with another text fails
  String seal(byte[] plain, String bound, SecureRandom random) {
    var nonce = new byte[SealedText.NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var words = cipher(Cipher.ENCRYPT_MODE, nonce, context(SealedText.NOW, bound)).doFinal(plain);
      return new SealedText(SealedText.NOW, mark, nonce, words).toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /// @throws org.colloquy.model.ProblemException Unavailable when it was sealed by another key, for
  ///   something else, or was changed
  byte[] open(SealedText sealed, String bound) {
    try {
      return cipher(Cipher.DECRYPT_MODE, sealed.nonce(), context(sealed.version(), bound))
          .doFinal(sealed.words());
    } catch (GeneralSecurityException _) {
      throw SealedText.damaged();
    }
  }

  /// Binds the version and the key, too.
  private String context(int version, String bound) {
    return version == SealedText.OLD ? "1." + bound : version + "." + mark + "|" + bound;
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public String toString() {
    return "key " + mark;
  }
}
