package org.colloquy.server.security;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.identity.PasswordHasher;

/// Hashes passwords with Argon2id.
public final class Argon2PasswordHasher implements PasswordHasher {
  // OWASP password storage cheat sheet: m = 7 MiB, t = 5, p = 1, as good as its other choices and
  // the one that fits into the young generation of a small heap.
  private static final int MEMORY_KIB = 7_168;
  private static final int ROUNDS = 5;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int FINGERPRINT_BYTES = 16;

  private final SecureRandom random;
  private final String unmatchable;

  public Argon2PasswordHasher(SecureRandom random) {
    this.random = random;
    this.unmatchable =
        "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
            .formatted(MEMORY_KIB, ROUNDS, text(SALT_BYTES), text(HASH_BYTES));
  }

  /// Random bytes as they stand in a hash.
  private String text(int bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(chance(bytes));
  }

  private byte[] chance(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String hash(String password) {
    // The library keeps what it hashes in, all of the memory, from the first time on.
    return Argon2Function.getInstance(MEMORY_KIB, ROUNDS, 1, HASH_BYTES, Argon2.ID)
        .hash(password.getBytes(StandardCharsets.UTF_8), chance(SALT_BYTES))
        .getResult();
  }

  @Override
  public boolean matches(String password, String hash) {
    return Argon2Function.getInstanceFromHash(hash)
        .check(password.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean isWeak(String hash) {
    var made = Argon2Function.getInstanceFromHash(hash);
    return made.getVariant() != Argon2.ID
        || made.getMemory() < MEMORY_KIB
        || made.getIterations() < ROUNDS;
  }

  @Override
  public String fingerprint(String hash) {
    return Sha256.hex(hash).substring(0, 2 * FINGERPRINT_BYTES);
  }

  @Override
  public String unmatchable() {
    return unmatchable;
  }
}
