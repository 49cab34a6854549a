package org.colloquy.server.core.identity;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Rules;

/// Which passwords are taken, and the one place where they are hashed.
///
/// One hash at a time: each takes memory and a tenth of a second of one core, and a flood of
/// sign-ins must not take all of either. Few wait for their turn; the others are told to come back.
public final class Passwords {
  /// The longest password, in characters; longer ones only cost time to hash.
  public static final int LONGEST = 512;

  /// The shortest password, in characters.
  static final int SHORTEST = 8;

  /// How many may wait for the one that is being hashed.
  static final int MOST_WAITING = 20;

  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final PasswordHasher hasher;
  private final Semaphore places = new Semaphore(MOST_WAITING + 1);
  private final ReentrantLock turn = new ReentrantLock(true);

  public Passwords(PasswordHasher hasher) {
    this.hasher = hasher;
  }

  /// Notes what is wrong with a password that somebody chose.
  void check(String password, Rules rules) {
    rules.filled(password, "password", LONGEST);
    if (!password.isBlank()) {
      rules.expect(
          password.length() >= SHORTEST,
          "password",
          "This password is too short. It must contain at least " + SHORTEST + " characters.");
      rules.expect(!CommonPasswords.has(password), "password", "This password is too common.");
    }
  }

  /// A hash to be kept.
  ///
  /// @throws ProblemException RateLimited when too many wait already
  String hash(String password) {
    return inTurn(() -> hasher.hash(password));
  }

  /// Does something with the hasher when nobody else does.
  ///
  /// @throws ProblemException RateLimited when too many wait already
  <T> T inTurn(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new ProblemException(new Problem.RateLimited(COME_BACK));
    }
    turn.lock();
    try {
      return work.get();
    } finally {
      turn.unlock();
      places.release();
    }
  }

  /// A short text that is another one for every other hash, and does not give the hash away.
  String fingerprint(String hash) {
    return hasher.fingerprint(hash);
  }
}
