package org.colloquy.server.core.identity;

import java.time.Instant;
import org.colloquy.model.AccountId;

/// What a signed token says.
///
/// @param account the account's number
/// @param subject the same account's id
/// @param audience the kind of client it is for; empty for any
/// @param id unique among all tokens
public record Token(
    Kind kind,
    long account,
    AccountId subject,
    String audience,
    String id,
    Instant issuedAt,
    Instant expiresAt) {
  /// What a token is for.
  public enum Kind {
    /// Sent with every request.
    ACCESS,
    /// Exchanged for a new access token.
    REFRESH
  }
}
