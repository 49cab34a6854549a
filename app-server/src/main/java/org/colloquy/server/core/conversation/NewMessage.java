package org.colloquy.server.core.conversation;

import java.time.Instant;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.jspecify.annotations.Nullable;

/// A message that is about to be stored.
///
/// @param parent the message before it; null for the first
/// @param usedModel what writes it; null unless the role is ASSISTANT
/// @param answersCall the tool call this is the result of; null unless the role is TOOL
public record NewMessage(
    MessageId id,
    ConversationId conversation,
    @Nullable MessageId parent,
    Role role,
    String content,
    MessageState state,
    Instant createdAt,
    @Nullable ModelUsed usedModel,
    @Nullable String answersCall) {}
