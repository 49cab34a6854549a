package org.colloquy.server.core.conversation;

import java.time.Instant;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;

/// A conversation that is about to be stored.
public record NewConversation(
    ConversationId id, AccountId owner, String title, Instant createdAt) {}
