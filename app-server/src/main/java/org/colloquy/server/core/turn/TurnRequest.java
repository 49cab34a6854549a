package org.colloquy.server.core.turn;

import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// What a person wants answered.
public record TurnRequest(
    ConversationId conversation, Question question, ModelChoice choice, WhenReaderLeaves leaving) {
  /// What is to be answered.
  public sealed interface Question {
    /// Something new.
    ///
    /// @param after the message it follows; null for the last one of the active branch
    record Said(String text, @Nullable MessageId after) implements Question {}

    /// An earlier question once more: the answer becomes another branch.
    record Again(MessageId question) implements Question {}
  }

  /// What becomes of the answer when its reader goes away.
  public enum WhenReaderLeaves {
    /// The model is stopped; what was said is kept.
    STOP,
    /// The model goes on; the answer is in the store when it is done.
    GO_ON
  }
}
