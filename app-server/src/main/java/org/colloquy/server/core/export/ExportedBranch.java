package org.colloquy.server.core.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// The active branch of a conversation that was exported, read piece by piece.
final class ExportedBranch {
  private static final int AT_ONCE = 32;

  private final ExportStore store;
  private final Conversation conversation;

  /// @param conversation as it was exported, so that what was said later is not on the branch
  ExportedBranch(ExportStore store, Conversation conversation) {
    this.store = store;
    this.conversation = conversation;
  }

  /// Passes the messages of the branch, oldest first.
  void each(Consumer<Message> use) {
    var onBranch = onBranch();
    all(
        store,
        conversation.id(),
        message -> {
          if (onBranch.contains(message.id())) {
            use.accept(message);
          }
        });
  }

  private Set<MessageId> onBranch() {
    var parents = new HashMap<MessageId, Optional<MessageId>>();
    all(
        store,
        conversation.id(),
        message -> parents.put(message.id(), Optional.ofNullable(message.parent())));
    return chain(conversation.activeLeaf(), parents);
  }

  private static Set<MessageId> chain(
      @Nullable MessageId leaf, Map<MessageId, Optional<MessageId>> parents) {
    var chain = new HashSet<MessageId>();
    var next = Optional.ofNullable(leaf);
    while (next.isPresent() && chain.add(next.get())) {
      next = parents.getOrDefault(next.get(), Optional.empty());
    }
    return chain;
  }

  /// Passes all messages of a conversation, oldest first.
  ///
  /// A message is always newer than its parent, so everything that was there with the last of them
  /// was passed: the branch that is shown then is whole.
  ///
  /// @return the conversation as it was with the last of them; empty when it is gone
  static Optional<Conversation> all(ExportStore store, ConversationId id, Consumer<Message> use) {
    var page = store.messages(id, 0, AT_ONCE);
    while (page.isPresent() && page.get().messages().size() == AT_ONCE) {
      var messages = page.get().messages();
      messages.forEach(use);
      page = store.messages(id, messages.getLast().number(), AT_ONCE);
    }
    page.ifPresent(last -> last.messages().forEach(use));
    return page.map(ExportStore.Page::conversation);
  }
}
