package org.colloquy.desktop.ui.chat;

import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.colloquy.desktop.client.AgentEntry;
import org.colloquy.desktop.client.Answerer;
import org.colloquy.desktop.client.Question;
import org.colloquy.desktop.ui.parts.ModelChoice;

/// Answers once more: another answer to a question, perhaps by somebody else, or the rest of one
/// that was cut off. Nothing happens while an answer is being given.
public final class Retries {
  private final MessageList messages;
  private final AnswererViewModel answerer;
  private final BiConsumer<Question, MessageViewModel> start;
  private final Consumer<MessageViewModel> unsent;
  private final BooleanSupplier busy;

  /// @param start asks, and shows at this message when that fails
  /// @param unsent asks again what did not reach the server
  Retries(
      MessageList messages,
      AnswererViewModel answerer,
      BiConsumer<Question, MessageViewModel> start,
      Consumer<MessageViewModel> unsent,
      BooleanSupplier busy) {
    this.messages = messages;
    this.answerer = answerer;
    this.start = start;
    this.unsent = unsent;
    this.busy = busy;
  }

  /// Another answer to the last question, or the same question again if it was not sent.
  public void last() {
    var last = messages.last();
    if (last != null) {
      again(last);
    }
  }

  /// Another answer beside this one, by whoever answers now.
  public void again(MessageViewModel message) {
    if (busy.getAsBoolean()) {
      return;
    }
    if (message.saved() == null) {
      unsent.accept(message);
    } else {
      answer(message, answerer.now());
    }
  }

  /// Another answer beside this one, by this model. The next question goes to whom it would have
  /// gone.
  public void by(MessageViewModel message, ModelChoice model) {
    if (!busy.getAsBoolean()) {
      answer(message, answerer.by(model));
    }
  }

  /// Another answer beside this one, by this agent, which answers from now on.
  public void by(MessageViewModel message, AgentEntry agent) {
    if (!busy.getAsBoolean()) {
      answerer.choose(agent);
      if (!answerer.asksForValues()) {
        answer(message, answerer.now());
      }
    }
  }

  private void answer(MessageViewModel message, Answerer by) {
    var question = messages.questionOf(message);
    if (question != null) {
      start.accept(new Question.Again(question.savedId(), by), message);
    }
  }

  /// Lets an answer that was cut off go on.
  public void goOn(MessageViewModel cutOff) {
    if (cutOff.cutOff() && !busy.getAsBoolean()) {
      start.accept(new Question.Continue(cutOff.savedId(), answerer.now()), cutOff);
    }
  }
}
