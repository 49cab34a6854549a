package org.colloquy.server.core.identity;

import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;

/// Who is asking right now, and how they proved it.
public record Caller(AccountId account, AccountRole role, Proof proof) {
  /// How they proved it.
  public enum Proof {
    /// The token that the desktop got from the server it started itself.
    LOCAL_TOKEN,
    /// A signed access token.
    ACCESS_TOKEN,
    /// The program itself, for its own housekeeping.
    PROGRAM
  }
}
