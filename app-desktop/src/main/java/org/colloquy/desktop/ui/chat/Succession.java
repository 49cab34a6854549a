package org.colloquy.desktop.ui.chat;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.colloquy.desktop.background.Background;
import org.colloquy.model.MessageState;
import org.colloquy.model.Role;

/// Asks the questions that wait, one after the other.
public final class Succession {
  private final QuestionQueue queue;
  private final MessageList messages;
  private final ObservableValue<ChatState> state;
  private final Consumer<String> ask;
  private final Runnable stop;

  Succession(
      QuestionQueue queue,
      MessageList messages,
      ObservableValue<ChatState> state,
      Consumer<String> ask,
      Runnable stop) {
    this.queue = queue;
    this.messages = messages;
    this.state = state;
    this.ask = ask;
    this.stop = stop;
  }

  /// Asks the next one whenever the conversation falls quiet.
  void follow(Background background) {
    state.addListener((_, _, now) -> {
      if (now instanceof ChatState.Quiet) {
        background.nextFrame(this::askNext);
      }
    });
  }

  private void askNext() {
    var last = messages.last();
    if (state.getValue() instanceof ChatState.Quiet) {
      var next = queue.next(last != null && isWhole(last));
      if (next != null) {
        ask.accept(next);
      }
    }
  }

  private static boolean isWhole(MessageViewModel answer) {
    var saved = answer.saved();
    return answer.role() == Role.ASSISTANT
        && saved != null
        && saved.message().state() == MessageState.COMPLETE
        && answer.failure() == null;
  }

  /// Asks one of those that wait at once. The answer that is being given ends there.
  public void askNow(int waiting) {
    queue.hurry(waiting);
    if (state.getValue().busy()) {
      stop.run();
    } else {
      askNext();
    }
  }
}
