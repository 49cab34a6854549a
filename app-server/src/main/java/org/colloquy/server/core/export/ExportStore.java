package org.colloquy.server.core.export;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;

/// Finds what an account has, the trash included, in pieces that fit into memory.
public interface ExportStore {
  /// All of an account's conversations, oldest first.
  List<ConversationId> conversations(AccountId owner);

  /// The messages of a conversation that were added after the one with this number, oldest first,
  /// and the conversation as it was at the same moment; empty when it is gone.
  ///
  /// @param most how many at the most
  Optional<Page> messages(ConversationId conversation, long after, int most);

  /// A part of a conversation, at one moment.
  record Page(Conversation conversation, List<Message> messages) {
    public Page {
      messages = List.copyOf(messages);
    }
  }
}
