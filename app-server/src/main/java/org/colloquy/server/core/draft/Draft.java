package org.colloquy.server.core.draft;

import java.time.Instant;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// What somebody began to write in a conversation and has not asked yet.
///
/// @param conversation null for one that does not exist yet
/// @param instead the question that it puts in other words; null for a new one
public record Draft(
    @Nullable ConversationId conversation,
    String text,
    @Nullable MessageId instead,
    Instant changedAt) {}
