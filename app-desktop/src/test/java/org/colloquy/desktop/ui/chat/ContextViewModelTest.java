package org.colloquy.desktop.ui.chat;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.ContextUse;
import org.junit.jupiter.api.Test;

class ContextViewModelTest extends ChatCase {
  private final InlineBackground background = new InlineBackground();
  private final ChatViewModel talk = chat(background);
  private final ContextViewModel context = new ContextViewModel(api, background, talk);

  private long measured() {
    return server.requests().stream().filter(one -> one.contains("/context ")).count();
  }

  private void write(String text) {
    talk.composer().draft().set(text);
  }

  @Test
  void isNotAskedForBeforeThereIsAConversation() {
    write("Why?");
    background.letTimePass();
    assertThat(measured()).isZero();
    assertThat(context.use().get()).isNull();
  }

  @Test
  void isMeasuredOnceAfterWhatWasWritten() {
    talk.ask("Why?");
    background.letTimePass();
    server
        .drafts()
        .take(
            "{\"room\":1000,\"instructions\":1,\"tools\":2,\"earlier\":3,\"question\":4,"
                + "\"leftOut\":5,\"cost\":6}");
    var before = measured();
    write("a");
    write("an");
    write("and");
    background.letTimePass();

    assertThat(measured()).isEqualTo(before + 1);
    assertThat(server.requests()).anyMatch(one -> one.contains("/context {\"text\":\"and\""));
    assertThat(context.use().get()).isEqualTo(new ContextUse(1000L, 1, 2, 3, 4, 5, 6L));
    assertThat(requireNonNull(context.use().get()).all()).isEqualTo(10);
  }

  @Test
  void tellsThatAQuestionIsTooLongBeforeItIsAsked() {
    talk.ask("Why?");
    background.letTimePass();
    server.refuse(
        "/context",
        400,
        "{\"problem\":\"invalid\",\"faults\":[{\"field\":\"text\",\"why\":\"too long\"}]}");
    write("very long");
    background.letTimePass();
    assertThat(context.tooLong().get()).isNotNull();

    write("short");
    background.letTimePass();
    assertThat(context.tooLong().get()).isNull();
  }

  @Test
  void forgetsItWithTheConversation() {
    talk.ask("Why?");
    background.letTimePass();
    assertThat(context.use().get()).isNotNull();
    talk.startNew();
    assertThat(context.use().get()).isNull();
  }
}
