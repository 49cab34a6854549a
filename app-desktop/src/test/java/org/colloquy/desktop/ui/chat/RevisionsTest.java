package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RevisionsTest extends ChatCase {
  @Test
  void asksAQuestionInOtherWordsAndKeepsTheOldOneBesideIt() {
    say("one");
    say("two");
    chat.revisions().rewrite(chat.messages().getFirst());
    assertThat(chat.composer().draft().get()).isEqualTo("one");

    say("uno");

    assertThat(texts()).containsExactly("uno", "You said: uno");
    assertThat(chat.messages().getFirst().places()).isEqualTo(2);
    assertThat(chat.composer().instead().get()).isNull();
    chat.showSibling(chat.messages().getFirst(), -1);
    assertThat(texts()).startsWith("one", "You said: one", "two");
  }

  @Test
  void keepsTheOldQuestionWhenTheNewWordsCannotBeSent() {
    say("one");
    chat.revisions().rewrite(chat.messages().getFirst());
    server.refuse("turns", 503, "{\"problem\":\"unavailable\",\"why\":\"Later.\"}");
    say("uno");
    assertThat(texts()).containsExactly("uno");

    chat.revisions().takeBack(chat.messages().getFirst());

    assertThat(chat.composer().draft().get()).isEqualTo("uno");
    assertThat(chat.composer().instead().get()).isNotNull();
    assertThat(texts()).containsExactly("one", "You said: one");
  }

  @Test
  void writesSomethingNewAfterAll() {
    say("one");
    chat.revisions().rewriteLast();
    chat.composer().rewriteNothing();
    say("two");
    assertThat(texts()).containsExactly("one", "You said: one", "two", "You said: two");
  }
}
