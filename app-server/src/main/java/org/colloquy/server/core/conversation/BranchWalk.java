package org.colloquy.server.core.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// Finds the active branch of a conversation while its messages are passed from the newest to the
/// oldest. A message is always newer than its parent, so whether it is on the branch is known when
/// it is passed, before its words are read.
public final class BranchWalk {
  private final Conversation conversation;
  private final int most;
  private final List<Message> taken = new ArrayList<>();
  private final Map<Optional<MessageId>, List<MessageId>> children = new HashMap<>();
  private @Nullable MessageId next;
  private boolean over;

  /// @param most how many messages of the branch are wanted
  public BranchWalk(Conversation conversation, int most) {
    this.conversation = conversation;
    this.most = most;
    this.next = conversation.activeLeaf();
  }

  /// Passes a message.
  ///
  /// @return whether it is one of those that are wanted
  public boolean passes(MessageId id, @Nullable MessageId parent) {
    children.computeIfAbsent(Optional.ofNullable(parent), _ -> new ArrayList<>()).add(id);
    if (!id.equals(next)) {
      return false;
    }
    next = parent;
    over = taken.size() >= most;
    return !over;
  }

  /// Takes the message that was just passed.
  public void take(Message message) {
    taken.add(message);
  }

  /// Whether nothing older can matter: all that are wanted were taken, and their siblings passed.
  public boolean isOver() {
    return over;
  }

  /// What was found.
  public ConversationThread thread() {
    var siblings = new HashMap<MessageId, List<MessageId>>();
    for (var message : taken) {
      siblings.put(
          message.id(),
          children.getOrDefault(Optional.ofNullable(message.parent()), List.of()).reversed());
    }
    return new ConversationThread(conversation, taken.reversed(), siblings);
  }
}
