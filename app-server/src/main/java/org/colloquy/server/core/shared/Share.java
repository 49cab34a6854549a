package org.colloquy.server.core.shared;

import java.time.Instant;
import org.colloquy.model.ConversationId;

/// What lets others than its owner into a conversation. Only the owner makes one.
///
/// @param sharedAt when it was made, or changed
public record Share(
    ShareId id, ConversationId conversation, Recipient with, Right right, Instant sharedAt) {}
