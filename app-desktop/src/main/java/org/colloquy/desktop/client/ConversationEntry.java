package org.colloquy.desktop.client;

import java.time.Instant;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.TurnId;
import org.jspecify.annotations.Nullable;

/// A conversation as the sidebar shows it.
///
/// @param runningTurn the turn that is going on in it; null when it is quiet
/// @param agent who answers in it; null for a plain model
public record ConversationEntry(
    ConversationId id,
    String title,
    int messageCount,
    Instant createdAt,
    Instant updatedAt,
    @Nullable TurnId runningTurn,
    @Nullable UUID agent,
    ConversationPlace place) {}
