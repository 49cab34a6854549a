package org.colloquy.server.core.identity;

import java.time.Instant;
import org.colloquy.model.AccountId;

/// Keeps the codes with which accounts may choose a new password: one for each, at most.
public interface ResetCodeStore {
  /// Keeps an account's code instead of any older one.
  void put(AccountId account, String hash, Instant goodUntil);

  /// Whether this is the account's code and good then.
  boolean holds(AccountId account, String hash, Instant now);

  /// Takes a code that is good then out of the store; false when somebody else was faster.
  boolean take(AccountId account, String hash, Instant now);
}
