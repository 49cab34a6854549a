package org.colloquy.server.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.identity.SecretMaker;

/// Makes secrets by chance, and keeps their SHA-256. That is enough for what nobody chose: there is
/// no list of likely ones to try.
public final class RandomSecrets implements SecretMaker {
  private static final int TOKEN_BYTES = 32;

  /// Crockford's base 32: nothing in it looks like anything else in it.
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int GROUPS = 7;
  private static final int IN_A_GROUP = 4;

  private final SecureRandom random;

  public RandomSecrets(SecureRandom random) {
    this.random = random;
  }

  @Override
  public String token() {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String code() {
    var code = new StringBuilder();
    for (int i = 0; i < GROUPS * IN_A_GROUP; i++) {
      if (i > 0 && i % IN_A_GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  @Override
  public String typed(String code) {
    return code.toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1')
        .replaceAll("[^0-9A-Z]", "");
  }

  @Override
  public String hash(String secret) {
    return Sha256.hex(secret);
  }

  @Override
  public String successor(String secret, String salt) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(salt), mac.getAlgorithm()));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(secret)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
