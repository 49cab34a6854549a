package org.colloquy.server.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.Problem;
import org.colloquy.model.Role;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.identity.Caller;
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
    assertThat(test.core().retention().run()).isZero();
    assertThat(conversations.restore(test.owner(), kept.id())).isEqualTo(kept);
    test.clock().advance(Duration.ofDays(2));

    assertThat(test.core().retention().run()).isEqualTo(1);
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

  @Test
  void addsMessagesToTheEndWithoutAskingAModel() {
    var chat = conversations.create(test.owner(), "Chat");

    var question = conversations.add(test.owner(), chat.id(), Role.USER, "Hello?");
    var answer = conversations.add(test.owner(), chat.id(), Role.ASSISTANT, "Hello.");

    assertThat(conversations.thread(test.owner(), chat.id()).messages())
        .containsExactly(question, answer);
    assertThat(answer.parent()).isEqualTo(question.id());
    assertThat(test.model().prompts()).isEmpty();
  }

  @Test
  void addsNothingThatNoMessageCanBe() {
    var chat = conversations.create(test.owner(), "Chat");
    var largest = "ø".repeat(Conversations.LARGEST_MESSAGE / 2);
    var gone = new ConversationId(new UUID(7, 7));

    assertThat(Problems.of(() -> say(test.owner(), chat, largest + "x")))
        .isEqualTo(new Problem.TooLarge(Conversations.LARGEST_MESSAGE));
    assertThat(Problems.of(() -> say(test.owner(), chat, "a\0b")))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(Problems.of(() -> say(test.member("other"), chat, "x"))).isEqualTo(notFound());
    assertThat(Problems.of(() -> conversations.add(test.owner(), gone, Role.USER, "x")))
        .isEqualTo(notFound());
    assertThat(say(test.owner(), chat, largest).content()).isEqualTo(largest);
  }

  @Test
  void isFoundByItsIdAndByThatOfAMessageInIt() {
    var chat = conversations.create(test.owner(), "Chat");
    var message = say(test.owner(), chat, "Hello?").id().value();
    var other = test.member("other");
    var found = conversations.get(test.owner(), chat.id());

    assertThat(conversations.getAround(test.owner(), chat.id().value())).isEqualTo(found);
    assertThat(conversations.getAround(test.owner(), message)).isEqualTo(found);
    assertThat(Problems.of(() -> conversations.getAround(test.owner(), new UUID(7, 7))))
        .isEqualTo(notFound());
    assertThat(Problems.of(() -> conversations.getAround(other, chat.id().value())))
        .isEqualTo(notFound());
    assertThat(Problems.of(() -> conversations.getAround(other, message))).isEqualTo(notFound());
    conversations.remove(test.owner(), chat.id());
    assertThat(Problems.of(() -> conversations.getAround(test.owner(), message)))
        .isEqualTo(notFound());
  }

  @Test
  void startsOnceUnderAnIdThatSomebodyElseMadeUp() throws Exception {
    var id = new ConversationId(new UUID(7, 7));
    var started = new HashSet<Conversation>();
    Callable<Conversation> start = () -> conversations.getOrCreate(test.owner(), id);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(Collections.nCopies(16, start))) {
        started.add(one.get());
      }
    }

    assertThat(started).containsExactly(conversations.get(test.owner(), id));
    assertThat(Problems.of(() -> conversations.getOrCreate(test.member("other"), id)))
        .isEqualTo(notFound());
    conversations.remove(test.owner(), id);
    assertThat(Problems.of(() -> conversations.getOrCreate(test.owner(), id)))
        .isEqualTo(notFound());
  }

  @Test
  void tellsWhatWasSaidLastInAllOfThemOldestFirst() {
    var one = conversations.createInstructed(test.owner(), "one", "You know genes.");
    var two = conversations.create(test.owner(), "two");
    var first = say(test.owner(), one.conversation(), "first");
    var second = conversations.add(test.owner(), two.id(), Role.ASSISTANT, "second");
    var third = say(test.owner(), one.conversation(), "third");
    var other = test.member("other");

    assertThat(conversations.latestSaid(test.owner(), 9)).containsExactly(first, second, third);
    assertThat(conversations.latestSaid(test.owner(), 2)).containsExactly(second, third);
    assertThat(conversations.latestSaid(other, 9)).isEmpty();
  }

  @Test
  void isTouchedWhenItsOwnerSaysSo() {
    var chat = conversations.create(test.owner(), "Chat");
    var then = Instant.parse("2023-08-05T14:48:00Z");

    var renamed = conversations.rename(test.owner(), chat.id(), "Then", then);

    assertThat(renamed.title()).isEqualTo("Then");
    assertThat(renamed.updatedAt()).isEqualTo(then);
    assertThat(conversations.get(test.owner(), chat.id())).isEqualTo(renamed);
    for (var never : new Instant[] {Instant.MIN, Instant.MAX, Instant.EPOCH.minusNanos(1)}) {
      assertThat(Problems.of(() -> conversations.rename(test.owner(), chat.id(), "x", never)))
          .isInstanceOf(Problem.Invalid.class);
    }
    assertThat(
            Problems.of(
                () -> conversations.rename(test.member("other"), chat.id(), "theirs", then)))
        .isEqualTo(notFound());
  }

  @Test
  void isToldOnceMoreWhenItIsRemoved() {
    var chat = conversations.create(test.owner(), "Chat");

    assertThat(conversations.remove(test.owner(), chat.id())).isEqualTo(chat);
    assertThat(Problems.of(() -> conversations.remove(test.owner(), chat.id())))
        .isEqualTo(notFound());
  }

  private Message say(Caller caller, Conversation conversation, String text) {
    return conversations.add(caller, conversation.id(), Role.USER, text);
  }
}
