package org.colloquy.server.core.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Map<MessageId, List<MessageId>> siblings = new HashMap<>();

  /// Messages beside the branch, newest first, by their parents.
  private final Map<Optional<MessageId>, List<MessageId>> beside = new HashMap<>();

  /// The last one that was passed on the branch, and the one that has to come after it.
  private @Nullable MessageId last;

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
    if (!id.equals(next)) {
      besides(id, parent);
      return false;
    }
    over = taken.size() >= most;
    last = id;
    next = parent;
    var newer = beside.isEmpty() ? null : beside.remove(Optional.ofNullable(parent));
    if (newer != null) {
      newer.add(id);
      siblings.put(id, newer);
    }
    return !over;
  }

  private void besides(MessageId id, @Nullable MessageId parent) {
    if (last != null && Objects.equals(parent, next)) {
      siblings.computeIfAbsent(last, only -> new ArrayList<>(List.of(only))).add(id);
    } else {
      beside.computeIfAbsent(Optional.ofNullable(parent), _ -> new ArrayList<>()).add(id);
    }
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
    var oldestFirst = new HashMap<MessageId, List<MessageId>>();
    siblings.forEach((id, newestFirst) -> oldestFirst.put(id, List.copyOf(newestFirst.reversed())));
    return new ConversationThread(conversation, taken.reversed(), oldestFirst);
  }
}
