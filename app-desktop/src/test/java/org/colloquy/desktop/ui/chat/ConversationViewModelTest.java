package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.AgentClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationViewModelTest extends ChatCase {
  private final ConversationViewModel settings =
      new ConversationViewModel(
          api, new AgentClient(server.address()), new InlineBackground(), chat);
  private final AtomicInteger opened = new AtomicInteger();

  @BeforeEach
  void openWhenWanted() {
    chat.answerer()
        .whenSettingsWanted(() -> {
          opened.incrementAndGet();
          settings.open();
        });
  }

  private void answerAs(String name, String variable, String value) {
    server.agents().add(name, variable, value);
    chat.answerer().load();
    chat.answerer().choose(chat.answerer().agents().getLast());
  }

  private String given() {
    return server.requests().stream()
        .filter(request -> request.startsWith("PUT") && request.contains("/variables"))
        .reduce("", (_, last) -> last.substring(last.indexOf(" {") + 1));
  }

  @Test
  void asksForAValueThatIsMissingAndThenAsksTheQuestion() {
    answerAs("Reviewer", "journal", "");
    say("Read this");
    assertThat(opened).hasValue(1);
    assertThat(chat.messages()).isEmpty();
    assertThat(chat.composer().draft().get()).isEqualTo("Read this");
    assertThat(settings.asking()).isTrue();
    settings.values().getFirst().value().set("Nature");

    settings.save(() -> {});

    assertThat(given()).isEqualTo("{\"variables\":{\"journal\":\"Nature\"}}");
    assertThat(texts()).containsExactly("Read this", "You said: Read this");
    say("And this");
    assertThat(opened).hasValue(1);
  }

  @Test
  void asksOnlyOnceForAValueThatStaysEmpty() {
    answerAs("Reviewer", "journal", "");
    say("Read this");
    settings.save(() -> {});
    assertThat(given()).isEqualTo("{\"variables\":{\"journal\":\"\"}}");
    say("And this");
    assertThat(opened).hasValue(1);
    assertThat(chat.messages()).hasSize(4);
  }

  @Test
  void asksForNothingWhereTheAgentHasAUsualValue() {
    answerAs("Reviewer", "journal", "a journal");
    say("Read this");
    assertThat(opened).hasValue(0);
    assertThat(chat.messages()).hasSize(2);
  }

  @Test
  void keepsTheValuesOfAConversation() {
    say("Read this");
    answerAs("Reviewer", "journal", "a journal");
    settings.open();
    settings.values().getFirst().value().set("Nature");
    settings.save(() -> {});
    var first = chat.conversation().get();
    chat.startNew();
    settings.open();
    assertThat(settings.values()).isEmpty();

    chat.open(first);
    settings.open();

    assertThat(settings.values().getFirst().value().get()).isEqualTo("Nature");
    settings.values().getFirst().value().set("");
    settings.save(() -> {});
    assertThat(given()).isEqualTo("{\"variables\":{}}");
  }
}
