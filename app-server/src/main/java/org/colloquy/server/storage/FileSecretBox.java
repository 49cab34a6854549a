package org.colloquy.server.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.provider.SecretBox;

/// Seals secrets with AES-256-GCM and a key in a file that only its owner can read.
///
/// It protects copies of the database, not the folder: whoever can read the key file can open all.
/// A sealed text reads `1.` and then, in Base64, which key it was, the nonce, the words, the tag.
public final class FileSecretBox implements SecretBox {
  private static final String VERSION = "1.";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeyFile file;
  private final SecureRandom random = new SecureRandom();

  /// A box with the key in this file, which is made when the first secret is sealed.
  public FileSecretBox(Path file) {
    this.file = new SecretKeyFile(file);
  }

  @Override
  public String seal(Secret secret, String bound) {
    var key = file.keyOrNew(random);
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      var words = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
      var sealed =
          ByteBuffer.allocate(SecretKeyFile.MARK_BYTES + NONCE_BYTES + words.length)
              .put(key.mark())
              .put(nonce)
              .put(words);
      return VERSION + Base64.getEncoder().withoutPadding().encodeToString(sealed.array());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  @Override
  public Secret open(String sealed, String bound) {
    var key = file.key();
    var bytes = decoded(sealed);
    var mark = new byte[SecretKeyFile.MARK_BYTES];
    var nonce = new byte[NONCE_BYTES];
    var words = new byte[bytes.remaining() - mark.length - nonce.length];
    bytes.get(mark).get(nonce).get(words);
    if (!Arrays.equals(mark, key.mark())) {
      throw refused("This key was sealed with another secret.key. Put that file back,");
    }
    try {
      return secret(cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(words));
    } catch (GeneralSecurityException _) {
      throw refused("This stored key is damaged or was moved. Restore the database,");
    }
  }

  private static ByteBuffer decoded(String sealed) {
    try {
      if (sealed.startsWith(VERSION)) {
        var bytes = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
        if (bytes.length >= SecretKeyFile.MARK_BYTES + NONCE_BYTES) {
          return ByteBuffer.wrap(bytes);
        }
      }
      throw refused("This stored key is damaged. Restore the database,");
    } catch (IllegalArgumentException _) {
      throw refused("This stored key is damaged. Restore the database,");
    }
  }

  private static Secret secret(byte[] plain) {
    var characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(plain));
    try {
      return Secret.of(characters);
    } finally {
      Arrays.fill(plain, (byte) 0);
      Arrays.fill(characters.array(), '\0');
    }
  }

  private static Cipher cipher(int mode, SecretKeyFile.MarkedKey key, byte[] nonce, String bound)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((VERSION + bound).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static ProblemException refused(String what) {
    return new ProblemException(new Problem.Unavailable(what + " or enter the key again."));
  }
}
