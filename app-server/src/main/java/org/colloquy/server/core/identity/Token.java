package org.colloquy.server.core.identity;

import java.time.Instant;

/// What a signed token says.
///
/// @param account the account's number
/// @param id unique among all tokens
public record Token(Kind kind, long account, String id, Instant issuedAt, Instant expiresAt) {
  /// What a token is for.
  public enum Kind {
    /// Sent with every request.
    ACCESS,
    /// Exchanged for a new access token.
    REFRESH
  }
}
