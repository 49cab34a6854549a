package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.function.Supplier;
import org.colloquy.desktop.background.OneThreadBackground;
import org.colloquy.desktop.fake.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuccessionTest extends ChatCase {
  private static final String BUSY =
      "{\"problem\":\"upstream\",\"provider\":\"P\",\"fault\":\"overloaded\",\"status\":503,"
          + "\"said\":\"\"}";

  private final OneThreadBackground background = new OneThreadBackground();
  private final ChatViewModel live = chat(background);

  @AfterEach
  void end() {
    background.close();
  }

  private void write(String text) {
    background.onWindow(() -> {
      live.composer().draft().set(text);
      live.send();
      return text;
    });
  }

  private void until(Supplier<Boolean> condition) {
    await().until(() -> background.onWindow(condition));
  }

  private List<String> said() {
    return live.messages().stream().map(MessageViewModel::text).toList();
  }

  private List<String> waiting() {
    return background.onWindow(() -> List.copyOf(live.composer().queue().waiting()));
  }

  private boolean quiet() {
    return live.state().get() instanceof ChatState.Quiet;
  }

  @Test
  void asksWhatWasWrittenMeanwhileOneAfterTheOther() {
    var first = server.next(Script.says("one").holdingAfter(1));
    server.next(Script.says("two"));
    server.next(Script.says("three"));
    write("1?");
    write("2?");
    write("3?");
    assertThat(waiting()).containsExactly("2?", "3?");
    assertThat(background.onWindow(() -> live.composer().draft().get())).isEmpty();

    first.go();

    until(() -> said().equals(List.of("1?", "one", "2?", "two", "3?", "three")) && quiet());
    assertThat(waiting()).isEmpty();
  }

  @Test
  void waitsOnAfterAnAnswerThatWasStoppedOrFailed() {
    server.next(Script.says("one", "never").holdingAfter(1));
    write("1?");
    write("2?");
    until(() -> said().contains("one"));
    background.onWindow(() -> {
      live.stop();
      return live;
    });
    until(this::quiet);
    assertThat(waiting()).containsExactly("2?");
    server.next(Script.says("half").failing(BUSY));
    background.onWindow(() -> {
      live.retries().last();
      return live;
    });
    until(() -> quiet() && said().contains("half"));
    assertThat(waiting()).containsExactly("2?");

    server.next(Script.says("two"));
    background.onWindow(() -> {
      live.succession().askNow(0);
      return live;
    });

    until(() -> quiet() && said().contains("two"));
    assertThat(waiting()).isEmpty();
  }

  @Test
  void asksOneAtOnceAndEndsTheAnswerThere() {
    server.next(Script.says("one", "never").holdingAfter(1));
    write("1?");
    until(() -> said().contains("one"));
    write("2?");
    write("3?");
    server.next(Script.says("three"));
    server.next(Script.says("two"));

    background.onWindow(() -> {
      live.succession().askNow(1);
      return live;
    });

    until(() -> said().equals(List.of("1?", "one", "3?", "three", "2?", "two")) && quiet());
  }

  @Test
  void keepsWhatWaitsWithItsConversation() {
    var first = server.next(Script.says("one").holdingAfter(1));
    write("1?");
    write("2?");
    until(() -> live.conversation().get() != null);
    var talk = background.onWindow(() -> live.conversation().get());
    background.onWindow(() -> {
      live.startNew();
      return live;
    });
    assertThat(waiting()).isEmpty();
    first.go();
    server.next(Script.says("two"));

    background.onWindow(() -> {
      live.open(talk);
      return live;
    });

    until(() -> said().equals(List.of("1?", "one", "2?", "two")) && quiet());
  }

  @Test
  void putsAQuestionBackIntoTheField() {
    server.next(Script.says("one").holdingAfter(1));
    write("1?");
    write("2?");
    background.onWindow(() -> {
      live.composer().takeBack(0);
      return live;
    });
    assertThat(waiting()).isEmpty();
    assertThat(background.onWindow(() -> live.composer().draft().get())).isEqualTo("2?");
  }
}
