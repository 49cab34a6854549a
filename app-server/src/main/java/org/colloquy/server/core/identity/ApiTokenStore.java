package org.colloquy.server.core.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;

/// Keeps tokens for programs, by their fingerprints.
public interface ApiTokenStore {
  void add(ApiToken token, String fingerprint);

  /// All of an account, oldest first.
  List<ApiToken> all(AccountId owner);

  /// The token with this fingerprint. When it was used last is not known here.
  Optional<ApiToken> find(String fingerprint);

  /// Notes when it was used.
  void noteUse(AccountId owner, ApiTokenId id, Instant when);

  /// Removes it; false when the account has no such token.
  boolean remove(AccountId owner, ApiTokenId id);
}
