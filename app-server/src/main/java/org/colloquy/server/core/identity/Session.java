package org.colloquy.server.core.identity;

import java.time.Instant;
import org.colloquy.model.AccountId;

/// A sign-in that has not ended.
///
/// @param api the name of the API it came through
/// @param from where it came from
public record Session(
    SessionId id, AccountId account, String api, Visitor from, Instant startedAt) {

  /// A session and when it was used last, which is known to a few minutes.
  ///
  /// @param expiresAt when its last token expires
  public record InUse(Session session, Instant lastUsedAt, Instant expiresAt) {}
}
