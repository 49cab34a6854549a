package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.Test;

class FindViewModelTest extends ChatCase {
  private final InlineBackground pauses = new InlineBackground();
  private final FindViewModel find = new FindViewModel(chat, pauses);

  private void open(String... said) {
    var id = server.conversations().add("Talk", Instant.now(), List.of(said));
    chat.open(new ConversationId(id));
    find.open(0);
  }

  private void look(String words) {
    find.words().set(words);
    pauses.letTimePass();
  }

  @Test
  void goesFromMatchToMatchAndAround() {
    open("One stone?", "Stone, *stone* and `stone`.");
    look("stone");
    assertThat(find.found().get()).extracting("at", "count", "place").containsExactly(1, 4, 0);
    find.next();
    assertThat(find.found().get()).extracting("at", "place").containsExactly(2, 0);
    find.previous();
    find.previous();
    assertThat(find.found().get()).extracting("at", "place").containsExactly(4, 2);
    find.next();
    assertThat(find.found().get().at()).isEqualTo(1);
  }

  @Test
  void findsWhatIsShownAndNotHowItIsWritten() {
    open("Why?", "A **bo**ld word and [a link](https://example.org/secret).\n\n```\ncode\n```");
    look("bold word");
    assertThat(find.found().get().count()).isEqualTo(1);
    look("secret");
    assertThat(find.found().get().count()).isZero();
    look("CODE");
    assertThat(find.found().get().count()).isEqualTo(1);
    look("**");
    assertThat(find.found().get().count()).isZero();
  }

  @Test
  void looksAgainWhenSomethingWasSaid() {
    open("One stone?", "Yes.");
    look("stone");
    assertThat(find.found().get().count()).isEqualTo(1);
    say("Another stone?");
    pauses.letTimePass();
    assertThat(find.found().get().count()).isGreaterThanOrEqualTo(2);
    assertThat(find.found().get().at()).isEqualTo(1);
  }

  @Test
  void nothingIsMarkedNorWaitedForWhenItIsClosed() {
    open("One stone?", "Yes.");
    look("stone");
    find.close();
    assertThat(find.found().get()).isEqualTo(FindViewModel.Found.NOTHING);
    say("Another stone?");
    assertThat(pauses.waiting()).isZero();
  }
}
