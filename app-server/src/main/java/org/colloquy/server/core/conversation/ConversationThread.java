package org.colloquy.server.core.conversation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;

/// A conversation as it is read: the active branch, and where it could go another way.
///
/// @param messages the active branch, or what is shown of it, oldest first
/// @param siblings for those that are not alone at their place all messages there, themselves
///   included, oldest first
public record ConversationThread(
    Conversation conversation, List<Message> messages, Map<MessageId, List<MessageId>> siblings) {
  public ConversationThread {
    messages = List.copyOf(messages);
    siblings = Map.copyOf(siblings);
  }

  static ConversationThread of(Conversation conversation, MessageTree tree) {
    var messages = tree.branchTo(conversation.activeLeaf());
    var siblings = messages.stream().collect(Collectors.toMap(Message::id, tree::siblings));
    return new ConversationThread(conversation, messages, siblings);
  }

  /// All messages at the place of this one, itself included, oldest first.
  public List<MessageId> siblings(Message message) {
    return siblings.getOrDefault(message.id(), List.of(message.id()));
  }

  /// Whether a message is among those shown.
  public boolean shows(MessageId message) {
    return messages.stream().anyMatch(one -> one.id().equals(message));
  }
}
