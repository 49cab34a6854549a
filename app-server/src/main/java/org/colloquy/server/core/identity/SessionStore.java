package org.colloquy.server.core.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.jspecify.annotations.Nullable;

/// Keeps the sign-ins that have not ended, with their refresh tokens, and where accounts signed in
/// from.
public interface SessionStore {
  /// Keeps a new session, forgets those that expired before it started, and remembers its place for
  /// a while ([Place#MEMORY]).
  ///
  /// @param refresh its first refresh token; null for none
  void begin(Session.InUse session, @Nullable RefreshToken refresh);

  /// A session that has not ended. It is asked for with every request.
  Optional<Session> find(SessionId id);

  /// All sessions of an account, the last one first.
  List<Session.InUse> of(AccountId account);

  /// Whether the account signed in from there before.
  boolean knows(AccountId account, Place place);

  /// Notes that a session was used.
  void used(SessionId id, Instant at);

  /// Lets a session expire no sooner than then.
  void extend(SessionId id, Instant expiresAt);

  /// Ends an account's session; false when it has none with this id.
  boolean end(AccountId account, SessionId id);

  /// Ends all sessions of an account but one, and says which.
  ///
  /// @param kept stays; null when none does
  List<SessionId> endAll(AccountId account, @Nullable SessionId kept);

  /// What is kept of a refresh token; empty when its session ended.
  Optional<RefreshToken> refreshToken(String hash);

  /// Exchanges a refresh token for its successor, and lets the session expire with that one; false
  /// when it was exchanged already.
  boolean exchange(String hash, RefreshToken successor, Instant now);
}
