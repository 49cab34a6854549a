package org.colloquy.server.core.conversation;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;

/// Keeps what conversations are marked with; it goes with the conversation.
public interface MarkStore {
  /// Those that are wanted, but none in the trash; last touched first, and of those touched at the
  /// same time the last created.
  List<MarkedConversation> list(AccountId owner, Listing listing);

  /// What a conversation that is there is marked with.
  ConversationMarks of(ConversationId conversation);

  /// Changes marks; false when the conversation is not there, or in the trash.
  boolean change(AccountId owner, ConversationId id, MarkChange change);

  /// All tags of conversations that are not in the trash, sorted without regard to case.
  List<Tag> tags(AccountId owner);
}
