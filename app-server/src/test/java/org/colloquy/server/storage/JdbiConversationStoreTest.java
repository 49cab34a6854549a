package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colloquy.model.AccountId;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.conversation.Shown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbiConversationStoreTest extends StoreTest {
  private final JdbiConversationStore conversations = new JdbiConversationStore(database);
  private final JdbiMessageStore messages = new JdbiMessageStore(database);
  private final AccountId ada = account("ada").id();
  private final AccountId eve = account("eve").id();

  JdbiConversationStoreTest(Kind kind) {
    super(kind);
  }

  @Test
  void addsAConversationWithItsFirstMessages() {
    var id = new ConversationId(next());
    var first = said(id, "be kind");
    var second = said(id, "hello");
    var added =
        conversations.add(new NewConversation(id, ada, "Größe 🙂", NOON), List.of(first, second));
    assertThat(added.title()).isEqualTo("Größe 🙂");
    assertThat(added.messageCount()).isEqualTo(2);
    assertThat(added.createdAt()).isEqualTo(NOON);
    assertThat(added.updatedAt()).isEqualTo(second.createdAt());
    assertThat(added.activeLeaf()).isEqualTo(second.id());
    assertThat(messages.tree(id)).extracting(Message::parent).containsExactly(null, first.id());
  }

  @Test
  void addsAnEmptyConversation() {
    var added = conversation(ada, "empty");
    assertThat(added.messageCount()).isZero();
    assertThat(added.activeLeaf()).isNull();
    assertThat(added.updatedAt()).isEqualTo(NOON);
    assertThat(conversations.find(ada, added.id())).contains(added);
    assertThat(conversations.findByNumber(ada, added.number())).contains(added);
  }

  @Test
  void givesAnIdToOneOnlyOfThoseWhoTakeItAtTheSameTime() throws Exception {
    var taken = new NewConversation(new ConversationId(next()), ada, "mine", NOON);
    Callable<Conversation> take = () -> conversations.add(taken, List.of());
    var added = new ArrayList<Conversation>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(Collections.nCopies(8, take))) {
        if (one.state() == Future.State.SUCCESS) {
          added.add(one.get());
        } else {
          assertThat(one.exceptionNow())
              .isInstanceOfSatisfying(
                  ProblemException.class,
                  e -> assertThat(e.problem()).isEqualTo(new Problem.Conflict("conversation")));
        }
      }
    }
    assertThat(added).isEqualTo(conversations.newestFirst(ada)).hasSize(1);
  }

  @Test
  void hidesConversationsOfOthers() {
    var adas = conversation(ada, "hers");
    assertThat(conversations.find(eve, adas.id())).isEmpty();
    assertThat(conversations.findByNumber(eve, adas.number())).isEmpty();
    assertThat(conversations.newestFirst(eve)).isEmpty();
    assertThat(conversations.rename(eve, adas.id(), "mine")).isEmpty();
    assertThat(conversations.remove(eve, adas.id(), NOON)).isFalse();
    assertThat(conversations.find(ada, adas.id())).contains(adas);
  }

  @Test
  void listsThemByCreationAndByTouch() {
    var first = conversation(ada, "first");
    var second = conversation(ada, "second");
    var third = conversation(ada, "third");
    messages.append(List.of(said(second.id(), "hello")));
    messages.append(List.of(said(first.id(), "hello")));
    assertThat(conversations.newestFirst(ada))
        .extracting(Conversation::title)
        .containsExactly("third", "second", "first");
    var touched = conversations.lastTouchedFirst(ada, NOON.plusSeconds(1_000), 2);
    assertThat(touched).extracting(Conversation::title).containsExactly("first", "second");
    assertThat(conversations.lastTouchedFirst(ada, touched.getLast().updatedAt(), 2))
        .containsExactly(third);
  }

  @Test
  void renamesAndShowsAnotherBranch() {
    var id = conversation(ada, "old").id();
    var leaf = messages.append(List.of(said(id, "one"), said(id, "two"))).getFirst().id();
    assertThat(conversations.rename(ada, id, "new"))
        .hasValueSatisfying(renamed -> assertThat(renamed.title()).isEqualTo("new"));
    assertThat(conversations.activate(ada, id, leaf))
        .hasValueSatisfying(changed -> assertThat(changed.activeLeaf()).isEqualTo(leaf));
    assertThat(conversations.rename(ada, new ConversationId(next()), "new")).isEmpty();
  }

  @Test
  void renamesAndTouches() {
    var then = NOON.minusSeconds(1_000);
    var added = conversation(ada, "old");
    var renamed = conversations.rename(ada, added.id(), "new", then).orElseThrow();
    assertThat(renamed.title()).isEqualTo("new");
    assertThat(renamed.updatedAt()).isEqualTo(then);
    assertThat(renamed.createdAt()).isEqualTo(added.createdAt());
    assertThat(conversations.find(ada, added.id())).contains(renamed);
    assertThat(conversations.rename(eve, added.id(), "mine", NOON)).isEmpty();
    assertThat(conversations.find(ada, added.id())).contains(renamed);
  }

  @Test
  void takesAConversationOutOfTheTrash() {
    var added = conversation(ada, "one");
    assertThat(conversations.restore(ada, added.id())).isEmpty();
    assertThat(conversations.remove(ada, added.id(), NOON)).isTrue();
    assertThat(conversations.remove(ada, added.id(), NOON)).isFalse();
    assertThat(conversations.find(ada, added.id())).isEmpty();
    assertThat(conversations.findByNumber(ada, added.number())).isEmpty();
    assertThat(conversations.newestFirst(ada)).isEmpty();
    assertThat(conversations.lastTouchedFirst(ada, NOON.plusSeconds(9), 9)).isEmpty();
    assertThat(conversations.rename(ada, added.id(), "x")).isEmpty();
    assertThat(conversations.restore(eve, added.id())).isEmpty();
    assertThat(conversations.restore(ada, added.id())).contains(added);
    assertThat(conversations.find(ada, added.id())).contains(added);
  }

  @Test
  void deletesForGoodWhatIsLongInTheTrash() {
    var old = conversation(ada, "old");
    var young = conversation(ada, "young");
    var kept = conversation(ada, "kept");
    messages.append(List.of(said(old.id(), "hello"), growing(old.id(), null)));
    conversations.remove(ada, old.id(), NOON);
    conversations.remove(ada, young.id(), NOON.plusSeconds(10));
    assertThat(conversations.purge(NOON.plusSeconds(5)).conversations()).isEqualTo(1);
    assertThat(messages.tree(old.id())).isEmpty();
    assertThat(conversations.restore(ada, old.id())).isEmpty();
    assertThat(conversations.restore(ada, young.id())).isPresent();
    assertThat(conversations.find(ada, kept.id())).isPresent();
  }

  @Test
  void readsWhatIsShownOfTheActiveBranch() {
    var talk = conversation(ada, "talk");
    var question = append(said(talk.id(), "question"));
    var first = append(under(question, Role.ASSISTANT, "first", null));
    append(under(first, Role.USER, "aside", null));
    var second = append(under(question, Role.ASSISTANT, "second", null));
    append(under(question, Role.ASSISTANT, "third", null));
    var result = append(under(second, Role.TOOL, "result", "c1"));
    var last = append(under(result, Role.USER, "last", null));

    var all = conversations.thread(ada, talk.id(), Shown.EVERYTHING).orElseThrow();
    assertThat(all.conversation()).isEqualTo(conversations.find(ada, talk.id()).orElseThrow());
    assertThat(all.messages()).containsExactly(question, second, result, last);
    assertThat(all.siblings(second)).hasSize(3).startsWith(first.id(), second.id());
    assertThat(all.siblings(last)).containsExactly(last.id());

    assertThat(shown(talk, Shown.of(Role.USER))).containsExactly("question", "last");
    assertThat(shown(talk, Shown.EVERYTHING.withoutResults()))
        .containsExactly("question", "second", "last");
    for (int most = 1; most < 4; most++) {
      var newest = conversations.thread(ada, talk.id(), Shown.EVERYTHING.last(most)).orElseThrow();
      assertThat(newest.messages()).containsExactlyElementsOf(all.messages().subList(4 - most, 4));
      newest
          .messages()
          .forEach(
              message -> assertThat(newest.siblings(message)).isEqualTo(all.siblings(message)));
    }
    assertThat(conversations.threadByNumber(ada, talk.number(), Shown.of(Role.USER).last(1)))
        .map(thread -> thread.messages())
        .contains(List.of(last));
    assertThat(messages.siblings(second)).isEqualTo(all.siblings(second));
    assertThat(messages.siblings(question)).containsExactly(question.id());
  }

  @Test
  void readsTheWholeOfAConversationWithoutMessages() {
    var talk = conversation(ada, "talk");

    for (var shown : List.of(Shown.EVERYTHING, Shown.of(Role.USER).last(1))) {
      var thread = conversations.thread(ada, talk.id(), shown).orElseThrow();
      assertThat(thread.conversation()).isEqualTo(talk);
      assertThat(thread.messages()).isEmpty();
    }
  }

  @Test
  void showsNobodyElsesThreadAndNoneOfTheTrash() {
    var talk = conversation(ada, "talk");
    append(said(talk.id(), "hers"));
    assertThat(conversations.thread(eve, talk.id(), Shown.EVERYTHING)).isEmpty();
    assertThat(conversations.threadByNumber(eve, talk.number(), Shown.EVERYTHING.last(1)))
        .isEmpty();
    conversations.remove(ada, talk.id(), NOON);
    assertThat(conversations.thread(ada, talk.id(), Shown.EVERYTHING)).isEmpty();
    assertThat(conversations.thread(ada, talk.id(), Shown.EVERYTHING.last(1))).isEmpty();
  }

  private List<String> shown(Conversation talk, Shown shown) {
    return conversations.thread(ada, talk.id(), shown).orElseThrow().messages().stream()
        .map(Message::content)
        .toList();
  }

  private Message append(NewMessage message) {
    return messages.append(List.of(message)).getFirst();
  }

  private NewMessage under(Message parent, Role role, String words, @Nullable String answersCall) {
    return new NewMessage(
        new MessageId(next()),
        parent.conversation(),
        parent.id(),
        role,
        words,
        MessageState.COMPLETE,
        NOON,
        null,
        answersCall);
  }

  @Test
  void renamesFromAKnownTitleOnly() {
    var talk = conversation(ada, "first words").id();

    assertThat(conversations.renameFrom(ada, talk, "other words", "Better")).isFalse();
    assertThat(conversations.renameFrom(eve, talk, "first words", "Better")).isFalse();
    assertThat(conversations.renameFrom(ada, talk, "first words", "Better")).isTrue();
    assertThat(conversations.find(ada, talk).orElseThrow().title()).isEqualTo("Better");
  }
}
