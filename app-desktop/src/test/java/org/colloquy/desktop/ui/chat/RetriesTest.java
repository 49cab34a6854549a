package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.Test;

class RetriesTest extends ChatCase {
  private String lastTurn() {
    return server.requests().stream()
        .filter(request -> request.contains("/turns "))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  @Test
  void asksAnotherModelForThisAnswerOnly() {
    server.providers().add("Elsewhere", "large-model");
    var provider = api.providers().providers().getLast();
    var other = new ModelChoice(provider, provider.models().getFirst());
    server.next(Script.says("mine"));
    say("Why?");
    server.next(Script.says("theirs"));
    chat.retries().by(chat.messages().getLast(), other);
    assertThat(texts()).containsExactly("Why?", "theirs");
    assertThat(lastTurn()).contains("\"model\":\"" + other.model().id() + "\"");
    say("And then?");
    assertThat(lastTurn()).doesNotContain(other.model().id().toString());
  }

  @Test
  void asksAnotherAgentFromNowOn() {
    chat.answerer().load();
    var geologist = chat.answerer().agents().getFirst();
    server.next(Script.says("plain"));
    say("Why?");
    server.next(Script.says("stony"));
    chat.retries().by(chat.messages().getLast(), geologist);
    assertThat(texts()).containsExactly("Why?", "stony");
    assertThat(lastTurn()).contains("\"agent\":\"" + geologist.id() + "\"");
    assertThat(chat.answerer().agent().get()).isEqualTo(geologist);
  }

  @Test
  void answersAgainInTheMiddleOfAConversation() {
    var id = server.conversations().add("Old", Instant.EPOCH, List.of("a?", "a", "b?", "b"));
    chat.open(new ConversationId(id));
    server.next(Script.says("better"));
    chat.retries().again(chat.messages().get(1));
    assertThat(texts()).containsExactly("a?", "better");
    assertThat(chat.messages().getLast().places()).isEqualTo(2);
    chat.showSibling(chat.messages().getLast(), -1);
    assertThat(texts()).containsExactly("a?", "a", "b?", "b");
  }

  @Test
  void quotesBelowWhatIsWritten() {
    var composer = chat.composer();
    composer.quote("One.\n\nTwo.");
    assertThat(composer.draft().get()).isEqualTo("> One.\n>\n> Two.\n\n");
    composer.draft().set("I think so.\n");
    composer.quote("Three.");
    assertThat(composer.draft().get()).isEqualTo("I think so.\n\n> Three.\n\n");
  }

  @Test
  void findsTheLastAnswerAndTheLastCode() {
    var code = "Look:\n\n- like\n\n  ```\n  one()\n  ```\n- or\n\n  ```\n  two()\n  ```\n";
    var id = server.conversations().add("Old", Instant.EPOCH, List.of("a?", code, "b?", "**b**"));
    chat.open(new ConversationId(id));
    assertThat(LastAnswer.words(chat.messages())).contains("**b**");
    assertThat(LastAnswer.code(chat.messages())).contains("two()");
    chat.startNew();
    assertThat(LastAnswer.words(chat.messages())).isEmpty();
    assertThat(LastAnswer.code(chat.messages())).isEmpty();
  }
}
