package org.colloquy.server.security;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import org.colloquy.server.core.identity.PasswordHasher;
import org.jspecify.annotations.Nullable;

/// Hashes passwords with Argon2id.
///
/// One hash at a time: each takes 7 MiB and a tenth of a second of one core, and a flood of
/// sign-ins must not take all of either.
public final class Argon2PasswordHasher implements PasswordHasher {
  // OWASP password storage cheat sheet: m = 7 MiB, t = 5, p = 1, as good as its other choices and
  // the
  // one that fits into the young generation of a small heap.
  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(7_168, 5, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;
  private static final int FINGERPRINT_BYTES = 16;

  private final SecureRandom random;
  private final ReentrantLock oneAtATime = new ReentrantLock(true);
  private @Nullable String unmatchable;

  public Argon2PasswordHasher(SecureRandom random) {
    this.random = random;
  }

  @Override
  public String hash(String password) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    oneAtATime.lock();
    try {
      return FUNCTION.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public boolean matches(String password, String hash) {
    oneAtATime.lock();
    try {
      return Argon2Function.getInstanceFromHash(hash)
          .check(password.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8));
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public String fingerprint(String hash) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(hash.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public synchronized String unmatchable() {
    if (unmatchable == null) {
      var never = new byte[32];
      random.nextBytes(never);
      unmatchable = hash(HexFormat.of().formatHex(never));
    }
    return unmatchable;
  }
}
