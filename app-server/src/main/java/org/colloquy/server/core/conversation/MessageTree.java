package org.colloquy.server.core.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// All messages of one conversation, and the branches they form.
public final class MessageTree {
  private final Map<MessageId, Message> byId = new LinkedHashMap<>();
  private final Map<Optional<MessageId>, List<Message>> children = new HashMap<>();

  /// A tree of these messages, in the order they were added.
  public MessageTree(List<Message> messages) {
    for (var message : messages) {
      byId.put(message.id(), message);
      children
          .computeIfAbsent(Optional.ofNullable(message.parent()), _ -> new ArrayList<>())
          .add(message);
    }
  }

  /// From the first message to this one; empty for null or an unknown one.
  public List<Message> branchTo(@Nullable MessageId leaf) {
    var branch = new ArrayDeque<Message>();
    var next = leaf == null ? null : byId.get(leaf);
    while (next != null) {
      branch.addFirst(next);
      next = next.parent() == null ? null : byId.get(next.parent());
    }
    return List.copyOf(branch);
  }

  /// The messages that stand at the same place, this one included, oldest first.
  public List<MessageId> siblings(Message message) {
    return children.getOrDefault(Optional.ofNullable(message.parent()), List.of()).stream()
        .map(Message::id)
        .toList();
  }

  /// The end of the newest branch through this message; empty when it is unknown.
  public Optional<MessageId> leafThrough(MessageId id) {
    var message = byId.get(id);
    if (message == null) {
      return Optional.empty();
    }
    var next = children.get(Optional.of(id));
    while (next != null) {
      message = next.getLast();
      next = children.get(Optional.of(message.id()));
    }
    return Optional.of(message.id());
  }
}
