package org.colloquy.server.core.identity;

import java.time.Instant;
import org.colloquy.model.AccountId;

/// What a signed token says.
///
/// @param account the account's number
/// @param subject the same account's id
/// @param passwordVersion how many passwords the account had had by then
/// @param audience the kind of client it is for; empty for any
/// @param bound what must still be so for it to be good, such as the session it belongs to or the
///   password it replaces; empty for nothing
/// @param id unique among all tokens
public record Token(
    Kind kind,
    long account,
    AccountId subject,
    long passwordVersion,
    String audience,
    String bound,
    String id,
    Instant issuedAt,
    Instant expiresAt) {
  /// What a token is for.
  public enum Kind {
    /// Sent with every request.
    ACCESS,
    /// Exchanged for a new access token.
    REFRESH,
    /// Exchanged for a new password, once.
    RESET,
    /// Proves that an e-mail address is the account's own.
    VERIFY;

    /// Whether its tokens belong to a session.
    public boolean isOfASession() {
      return this == ACCESS || this == REFRESH;
    }
  }
}
