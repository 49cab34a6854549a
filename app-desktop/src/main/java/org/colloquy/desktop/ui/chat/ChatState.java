package org.colloquy.desktop.ui.chat;

import org.colloquy.desktop.client.Failure;
import org.colloquy.model.TurnId;

/// What the open conversation is doing.
public sealed interface ChatState {
  /// Its messages are on their way.
  record Loading() implements ChatState {}

  /// Its messages could not be had.
  record Missing(Failure failure) implements ChatState {}

  /// Ready for the next question.
  record Quiet() implements ChatState {}

  /// A question is on its way.
  record Asking() implements ChatState {}

  /// An answer is being written.
  record Answering(TurnId turn) implements ChatState {}

  /// Whether a question or an answer is under way.
  default boolean busy() {
    return switch (this) {
      case Loading _, Missing _, Quiet _ -> false;
      case Asking _, Answering _ -> true;
    };
  }
}
