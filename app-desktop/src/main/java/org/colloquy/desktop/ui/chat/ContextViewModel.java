package org.colloquy.desktop.ui.chat;

import java.time.Duration;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.ContextUse;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.Question;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.model.Problem;
import org.jspecify.annotations.Nullable;

/// How much of the model's window the question takes that is being written. The server is asked
/// when nothing was written for a moment.
public final class ContextViewModel {
  private static final Duration REST = Duration.ofMillis(600);

  private final ApiClient api;
  private final Background background;
  private final ChatViewModel chat;
  private final ReadOnlyObjectWrapper<@Nullable ContextUse> use = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> tooLong = new ReadOnlyObjectWrapper<>();
  private Background.@Nullable Waiting waiting;
  private final Visit visit;

  public ContextViewModel(ApiClient api, Background background, ChatViewModel chat) {
    this.api = api;
    this.background = background;
    this.chat = chat;
    this.visit =
        new Visit(
            background,
            why -> show(null, why instanceof Failure.Told(Problem.Invalid _) ? why : null));
    InvalidationListener listener = _ -> changed();
    chat.conversation().addListener(listener);
    chat.state().addListener(listener);
    chat.model().addListener(listener);
    chat.answerer().agent().addListener(listener);
    chat.answerer().chosenTools().addListener(listener);
    chat.composer().draft().addListener(listener);
    chat.composer().aside().addListener(listener);
  }

  /// Null while it is not known.
  public ReadOnlyObjectProperty<@Nullable ContextUse> use() {
    return use.getReadOnlyProperty();
  }

  /// Why the question would be refused; null when it would not.
  public ReadOnlyObjectProperty<@Nullable Failure> tooLong() {
    return tooLong.getReadOnlyProperty();
  }

  private void changed() {
    visit.end();
    if (waiting != null) {
      waiting.callOff();
    }
    if (chat.conversation().get() == null) {
      show(null, null);
    } else {
      waiting = background.after(REST, this::measure);
    }
  }

  private void measure() {
    waiting = null;
    var id = chat.conversation().get();
    if (id == null || !(chat.state().get() instanceof ChatState.Quiet)) {
      return;
    }
    var question = new Question.Say(chat.composer().written(), null, chat.answerer().now());
    visit.run(() -> api.measure(id, question), found -> show(found, null));
  }

  private void show(@Nullable ContextUse found, @Nullable Failure why) {
    use.set(found);
    tooLong.set(why);
  }
}
