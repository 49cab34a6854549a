package org.colloquy.desktop.ui.chat;

import javafx.beans.property.ObjectProperty;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.TurnStream;
import org.colloquy.model.Problem;
import org.colloquy.model.TurnId;
import org.jspecify.annotations.Nullable;

/// The answer that is on its way into the open conversation: reads it, and stops it, also when that
/// was wanted before it began.
final class RunningAnswer {
  private final ApiClient api;
  private final Background background;
  private final MessageList messages;
  private final ObjectProperty<ChatState> state;
  private @Nullable AnswerReader reader;
  private boolean stopWanted;

  RunningAnswer(
      ApiClient api, Background background, MessageList messages, ObjectProperty<ChatState> state) {
    this.api = api;
    this.background = background;
    this.messages = messages;
    this.state = state;
  }

  /// A question goes to the server now.
  void asked() {
    state.set(new ChatState.Asking());
    stopWanted = false;
  }

  /// Exactly one of the two is told at the end, none after [#leave]. If the rest of the answer does
  /// not reach us, its message says so.
  ///
  /// @param forgotten when the server does not know the turn any more: it has the messages
  void read(TurnStream stream, Runnable ended, Runnable forgotten) {
    var reading = new AnswerReader(stream, background, messages);
    reader = reading;
    state.set(new ChatState.Answering(stream.turn()));
    if (stopWanted) {
      stop();
    }
    reading.start(
        () -> {
          over();
          ended.run();
        },
        failure -> {
          over();
          lost(failure, forgotten);
        });
  }

  private void lost(Failure failure, Runnable forgotten) {
    var last = messages.last();
    if (failure instanceof Failure.Told(Problem.NotFound _)) {
      forgotten.run();
    } else if (last != null) {
      last.fail(failure);
    }
  }

  private void over() {
    reader = null;
    state.set(new ChatState.Quiet());
  }

  /// Stops the answer; what was said is kept.
  void stop() {
    switch (state.get()) {
      case ChatState.Answering(var turn) -> cancel(turn);
      case ChatState.Asking _ -> stopWanted = true;
      case ChatState.Loading _, ChatState.Missing _, ChatState.Quiet _ -> {}
    }
  }

  /// That it stopped, or why it could not, is told by the turn itself.
  private void cancel(TurnId turn) {
    background.run(
        () -> {
          api.cancel(turn);
          return turn;
        },
        _ -> {},
        _ -> {});
  }

  /// Stops reading; the turn goes on without us.
  void leave() {
    stopWanted = false;
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
