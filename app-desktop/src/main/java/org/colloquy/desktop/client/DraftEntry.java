package org.colloquy.desktop.client;

import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// What somebody began to write.
///
/// @param conversation null for one that does not exist yet
/// @param instead the question that it puts in other words; null for a new one
public record DraftEntry(
    @Nullable ConversationId conversation, String text, @Nullable MessageId instead) {}
