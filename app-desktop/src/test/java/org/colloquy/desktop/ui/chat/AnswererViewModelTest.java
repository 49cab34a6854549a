package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswererViewModelTest extends ChatCase {
  @Test
  void asksTheChosenAgentWithTheChosenTools() {
    var answerer = chat.answerer();
    answerer.load();
    answerer.choose(answerer.agents().getFirst());
    answerer.chosenTools().add("search_web");

    say("one");

    var id = server.agents().named("Geologist").get("id").asText();
    assertThat(server.requests())
        .anyMatch(
            request -> request.contains("\"agent\":\"" + id + "\",\"tools\":[\"search_web\"]"));
  }

  @Test
  void showsWhoAnswersInTheOpenConversationAndLetsSomebodyElseAnswer() {
    var answerer = chat.answerer();
    answerer.load();
    say("one");
    var first = chat.conversation().get();
    answerer.choose(answerer.agents().getFirst());
    chat.startNew();
    assertThat(answerer.agent().get()).isNull();

    chat.open(first);
    assertThat(answerer.agent().get()).isEqualTo(answerer.agents().getFirst());
    answerer.choose(null);

    assertThat(server.requests()).anyMatch(request -> request.contains("{\"agent\":null}"));
  }
}
