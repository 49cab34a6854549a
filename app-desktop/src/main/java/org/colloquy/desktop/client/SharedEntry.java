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
public record SharedEntry(
    ConversationId id,
    String title,
    Instant updatedAt,
    @Nullable TurnId runningTurn,
    String owner,
    boolean writable) {}
