package org.colloquy.desktop.client;

import org.colloquy.model.MessageId;
import org.colloquy.model.ModelId;
import org.jspecify.annotations.Nullable;

/// What starts a turn.
public sealed interface Question {
  /// Which model shall answer; null leaves it to the server.
  @Nullable ModelId model();

  /// Something new said.
  ///
  /// @param after the message it follows; null for the end of the branch that is shown
  record Say(String text, @Nullable MessageId after, @Nullable ModelId model) implements Question {}

  /// Something said before in other words: a branch of its own beside it.
  record Instead(MessageId said, String text, @Nullable ModelId model) implements Question {}

  /// Another answer to what was said before.
  record Again(MessageId said, @Nullable ModelId model) implements Question {}
}
