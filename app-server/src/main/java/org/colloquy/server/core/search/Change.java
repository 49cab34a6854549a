package org.colloquy.server.core.search;

import java.util.UUID;

/// Something stored became another, or is gone. New messages are no changes: their numbers tell.
///
/// @param number later changes have higher ones
/// @param subject what changed
public record Change(long number, What what, UUID subject) {
  /// What changed.
  public enum What {
    /// Everything of an account is gone, perhaps the account itself.
    ACCOUNT,
    /// A conversation came or went with everything in it.
    CONVERSATION,
    /// A conversation was deleted for good.
    FORGOTTEN,
    /// A conversation is new or has another title.
    TITLE,
    MESSAGE,
    FILE,
    MEMORY
  }
}
