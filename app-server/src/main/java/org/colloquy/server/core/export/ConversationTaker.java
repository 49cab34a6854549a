package org.colloquy.server.core.export;

import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.server.core.citation.AnswerSources;

/// Takes what is to be read of conversations, one after the other. What a method takes is never
/// held longer than the call. It throws to end the export.
public interface ConversationTaker {
  /// The beginning of a conversation.
  void reading(Conversation conversation);

  /// Its next message, after its parent.
  ///
  /// @param sources what it was given with and what it cites
  void said(Message message, AnswerSources sources);

  /// There is no more of this conversation.
  void read();
}
