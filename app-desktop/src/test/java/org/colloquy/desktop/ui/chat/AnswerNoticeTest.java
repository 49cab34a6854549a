package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import org.colloquy.model.TurnId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerNoticeTest {
  private Instant now = Instant.EPOCH;
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicInteger told = new AtomicInteger();
  private final SimpleObjectProperty<ChatState> state =
      new SimpleObjectProperty<>(new ChatState.Quiet());

  @BeforeEach
  void follow() {
    new AnswerNotice(looking::get, () -> now, told::incrementAndGet).follow(state);
  }

  private void answerFor(Duration time) {
    state.set(new ChatState.Asking());
    now = now.plus(time.dividedBy(2));
    state.set(new ChatState.Answering(new TurnId(new UUID(0, 1))));
    now = now.plus(time.dividedBy(2));
  }

  @Test
  void tellsWhoLooksElsewhereOfALongAnswer() {
    answerFor(AnswerNotice.LONG);
    state.set(new ChatState.Quiet());
    assertThat(told).hasValue(1);
    answerFor(AnswerNotice.LONG);
    state.set(new ChatState.Quiet());
    assertThat(told).hasValue(2);
  }

  @Test
  void doesNotTellWhoLooks() {
    answerFor(AnswerNotice.LONG);
    looking.set(true);
    state.set(new ChatState.Quiet());
    assertThat(told).hasValue(0);
  }

  @Test
  void doesNotTellOfAShortAnswer() {
    answerFor(AnswerNotice.LONG.minusSeconds(1));
    state.set(new ChatState.Quiet());
    assertThat(told).hasValue(0);
  }

  @Test
  void doesNotTellWhenAnotherConversationIsOpened() {
    answerFor(AnswerNotice.LONG);
    state.set(new ChatState.Loading());
    state.set(new ChatState.Quiet());
    assertThat(told).hasValue(0);
  }
}
