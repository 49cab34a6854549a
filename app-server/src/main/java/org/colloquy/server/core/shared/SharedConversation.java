package org.colloquy.server.core.shared;

import org.colloquy.model.Conversation;

/// A conversation that somebody else shared.
///
/// @param conversation as others see it: without its folder, its agent and its memories
/// @param owner the username of whose it is
/// @param right what those may do with it who see this
/// @param unread whether an answer ended in it that they have not seen
public record SharedConversation(
    Conversation conversation, String owner, Right right, boolean unread) {
  public SharedConversation {
    conversation = forOthers(conversation);
  }

  /// A conversation as others than its owner see it: without its folder, its agent and its
  /// memories.
  public static Conversation forOthers(Conversation conversation) {
    return new Conversation(
        conversation.id(),
        conversation.number(),
        conversation.owner(),
        conversation.title(),
        conversation.messageCount(),
        conversation.createdAt(),
        conversation.updatedAt(),
        conversation.activeLeaf(),
        conversation.removedAt(),
        null,
        null,
        false);
  }
}
