package org.colloquy.desktop.ui.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.TurnStream;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.Role;
import org.colloquy.model.Usage;
import org.jspecify.annotations.Nullable;

/// One of several answers to the same question, by one model.
public final class ComparedAnswer {
  private final ModelChoice model;
  private final MessageList messages = new MessageList();
  private final ReadOnlyObjectWrapper<ChatState> state =
      new ReadOnlyObjectWrapper<>(new ChatState.Quiet());
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final RunningAnswer answer;

  ComparedAnswer(ModelChoice model, ApiClient api, Background background) {
    this.model = model;
    this.answer = new RunningAnswer(api, background, messages, state);
    answer.asked();
  }

  public ModelChoice model() {
    return model;
  }

  /// What was said and done for it, perhaps after the question.
  ObservableList<MessageViewModel> messages() {
    return messages.observable();
  }

  public ReadOnlyObjectProperty<ChatState> state() {
    return state.getReadOnlyProperty();
  }

  /// Why it could not begin; null when it could.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// The question, once it is in the store.
  @Nullable MessageId question() {
    var question = messages.lastQuestion();
    return question == null ? null : question.savedId();
  }

  /// The message to go on with; null while there is none.
  public @Nullable MessageId kept() {
    var last = messages.last();
    return last != null && isWhole(last) && !state.get().busy() ? last.savedId() : null;
  }

  private static boolean isWhole(MessageViewModel last) {
    return last.saved() != null
        && !last.growing()
        && last.role() == Role.ASSISTANT
        && !last.text().isBlank();
  }

  /// Its words so far.
  public String text() {
    var last = messages.lastAnswer();
    return last == null ? "" : last.text();
  }

  /// How many tokens it took, in words; empty while nobody knows.
  String took() {
    var last = messages.lastAnswer();
    var saved = last == null ? null : last.saved();
    var usage = saved == null ? Usage.NONE : saved.message().usage();
    return usage.equals(Usage.NONE)
        ? ""
        : Text.of("chat.info.tokens") + ": " + AnswerFact.tokens(usage);
  }

  void read(TurnStream stream) {
    answer.read(
        stream, () -> {}, () -> failure.set(new Failure.Told(new Problem.NotFound("turn"))));
  }

  void fail(Failure why) {
    failure.set(why);
    state.set(new ChatState.Quiet());
  }

  /// Stops it; what was said is kept.
  public void stop() {
    answer.stop();
  }

  /// Stops reading.
  void leave() {
    answer.leave();
  }
}
