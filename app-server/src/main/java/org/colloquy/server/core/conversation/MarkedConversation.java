package org.colloquy.server.core.conversation;

import org.colloquy.model.Conversation;

/// A conversation as it stands in its owner's list.
public record MarkedConversation(Conversation conversation, ConversationMarks marks) {}
