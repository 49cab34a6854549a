package org.colloquy.server.core.importing;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.conversation.NewConversation;

/// Keeps conversations that were taken over, and what they were elsewhere.
public interface ImportStore {
  /// Under what a conversation is known elsewhere.
  record Origin(String program, String key) {}

  /// The conversation that was taken over from there; empty when none was, or it was deleted for
  /// good since.
  Optional<ConversationId> find(AccountId owner, Origin origin);

  /// A conversation as it is to be kept.
  ///
  /// @param messages each after its parent
  /// @param leaf the last message of the branch that is shown
  /// @param sources what answers were given with and what they cite
  record Taken(
      NewConversation conversation,
      Origin origin,
      List<Message> messages,
      MessageId leaf,
      List<AnswerSources> sources) {
    public Taken {
      messages = List.copyOf(messages);
      sources = List.copyOf(sources);
    }
  }

  /// Adds a conversation with its messages, whole or not at all.
  ///
  /// @return false when it was taken over meanwhile
  boolean add(Taken taken);
}
