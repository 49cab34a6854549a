package org.colloquy.desktop.client;

import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// What starts a turn.
public sealed interface Question {
  /// Who shall answer.
  Answerer by();

  /// Something new said.
  ///
  /// @param after the message it follows; null for the end of the branch that is shown
  record Say(String text, @Nullable MessageId after, Answerer by) implements Question {}

  /// Something said before in other words: a branch of its own beside it.
  record Instead(MessageId said, String text, Answerer by) implements Question {}

  /// An answer that was cut off goes on.
  record Continue(MessageId answer, Answerer by) implements Question {}

  /// Another answer to what was said before.
  record Again(MessageId said, Answerer by) implements Question {}

  /// The same, while others answer it as well.
  record Beside(MessageId said, Answerer by) implements Question {}
}
