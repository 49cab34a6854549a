package org.colloquy.server.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.colloquy.model.Problem;
import org.colloquy.model.Role;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationsTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Conversations conversations = test.core().conversations();

  @AfterEach
  void close() {
    test.close();
  }

  private static Problem notFound() {
    return new Problem.NotFound("conversation");
  }

  @Test
  void startsWithItsInstructions() {
    var thread = conversations.createInstructed(test.owner(), "Genes", "You know genes.");

    assertThat(thread.conversation().messageCount()).isEqualTo(1);
    assertThat(thread.messages())
        .singleElement()
        .satisfies(message -> {
          assertThat(message.role()).isEqualTo(Role.SYSTEM);
          assertThat(message.content()).isEqualTo("You know genes.");
        });
  }

  @Test
  void listsTheNewestFirst() {
    var one = conversations.create(test.owner(), "one");
    test.clock().advance(Duration.ofSeconds(1));
    var two = conversations.create(test.owner(), "two");

    assertThat(conversations.newestFirst(test.owner())).containsExactly(two, one);
  }

  @Test
  void doesNotFindOtherPeoplesConversations() {
    var mine = conversations.create(test.owner(), "mine");
    var other = test.member("other");

    assertThat(Problems.of(() -> conversations.get(other, mine.id()))).isEqualTo(notFound());
    assertThat(Problems.of(() -> conversations.getByNumber(other, mine.number())))
        .isEqualTo(notFound());
    assertThat(Problems.of(() -> conversations.thread(other, mine.id()))).isEqualTo(notFound());
    assertThat(Problems.of(() -> conversations.rename(other, mine.id(), "theirs")))
        .isEqualTo(notFound());
    assertThat(Problems.of(() -> conversations.remove(other, mine.id()))).isEqualTo(notFound());
    assertThat(Problems.of(() -> conversations.restore(other, mine.id()))).isEqualTo(notFound());
    assertThat(conversations.newestFirst(other)).isEmpty();
    assertThat(conversations.get(test.owner(), mine.id())).isEqualTo(mine);
  }

  @Test
  void canBeTakenOutOfTheTrashForThirtyDays() {
    var kept = conversations.create(test.owner(), "kept");
    var lost = conversations.create(test.owner(), "lost");
    conversations.remove(test.owner(), kept.id());
    conversations.remove(test.owner(), lost.id());
    assertThat(conversations.newestFirst(test.owner())).isEmpty();
    assertThat(Problems.of(() -> conversations.get(test.owner(), kept.id()))).isEqualTo(notFound());

    test.clock().advance(Duration.ofDays(29));
    assertThat(conversations.purge()).isZero();
    assertThat(conversations.restore(test.owner(), kept.id())).isEqualTo(kept);
    test.clock().advance(Duration.ofDays(2));

    assertThat(conversations.purge()).isEqualTo(1);
    assertThat(Problems.of(() -> conversations.restore(test.owner(), lost.id())))
        .isEqualTo(notFound());
    assertThat(conversations.newestFirst(test.owner())).containsExactly(kept);
  }

  @Test
  void hasTitlesOfAtMost255Characters() {
    var conversation = conversations.create(test.owner(), "ø".repeat(255));

    assertThat(conversation.title()).hasSize(255);
    assertThat(Problems.of(() -> conversations.rename(test.owner(), conversation.id(), " ")))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(
            Problems.of(
                () -> conversations.rename(test.owner(), conversation.id(), "ø".repeat(256))))
        .isInstanceOf(Problem.Invalid.class);
  }
}
