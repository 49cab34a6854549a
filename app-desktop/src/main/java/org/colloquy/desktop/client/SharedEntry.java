package org.colloquy.desktop.client;

import java.time.Instant;
import org.colloquy.model.ConversationId;
import org.colloquy.model.TurnId;
import org.jspecify.annotations.Nullable;

/// A conversation that somebody else shares.
///
/// @param runningTurn the turn that is going on in it; null when it is quiet
/// @param owner the username of whose it is
/// @param writable whether one may also ask in it
/// @param unread whether an answer ended in it that one has not seen
public record SharedEntry(
    ConversationId id,
    String title,
    Instant updatedAt,
    @Nullable TurnId runningTurn,
    String owner,
    boolean writable,
    boolean unread) {
  /// The same, when one has seen all of it.
  public SharedEntry seen() {
    return new SharedEntry(id, title, updatedAt, runningTurn, owner, writable, false);
  }
}
