package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Problem CUT = new Problem.Upstream("fake", UpstreamFault.CUT, 200, "");

  private TestCore test = TestCore.with(ScriptedChatModel.saying("Hello", ", ", "you"));

  @AfterEach
  void close() {
    test.close();
  }

  private void model(ScriptedReply... replies) {
    test.close();
    test = TestCore.with(new ScriptedChatModel(replies));
  }

  private Conversation conversation() {
    return test.core().conversations().create(test.owner(), "Test");
  }

  private TurnRequest ask(Conversation conversation, String text) {
    return ask(conversation, text, WhenReaderLeaves.STOP);
  }

  private TurnRequest ask(Conversation conversation, String text, WhenReaderLeaves leaving) {
    return new TurnRequest(
        conversation.id(), new Question.Said(text, null), new ModelChoice.Usual(), leaving);
  }

  private static TurnRequest waiting(Conversation conversation) {
    return new TurnRequest(
        conversation.id(), new Question.Waiting(), new ModelChoice.Usual(), WhenReaderLeaves.STOP);
  }

  private void run(TurnRequest request, TurnSink sink) {
    test.core().turns().run(test.owner(), request, sink);
  }

  private Thread start(TurnRequest request, TurnSink sink) {
    return Thread.ofVirtual().start(() -> run(request, sink));
  }

  private List<Message> branch(Conversation conversation) {
    return test.core().conversations().thread(test.owner(), conversation.id()).messages();
  }

  @Test
  void announcesQuestionWordsAndAnswerInOrder() {
    var conversation = conversation();
    var sink = new RecordingSink();

    run(ask(conversation, "Hi"), sink);

    assertThat(sink.saved())
        .extracting(Message::role, Message::content, Message::state)
        .containsExactly(
            tuple(Role.USER, "Hi", MessageState.COMPLETE),
            tuple(Role.ASSISTANT, "", MessageState.GROWING),
            tuple(Role.ASSISTANT, "Hello, you", MessageState.COMPLETE));
    assertThat(sink.text()).isEqualTo("Hello, you");
    assertThat(sink.events().getLast()).isEqualTo(new TurnEvent.Finished(new Usage(10, 3)));
  }

  @Test
  void savesEveryMessageBeforeItNamesIt() {
    var found = new CopyOnWriteArrayList<Boolean>();
    var sink =
        new RecordingSink(event -> {
          if (event instanceof TurnEvent.MessageSaved(var message)) {
            var stored = test.stores().messages().find(test.owner().account(), message.id());
            found.add(stored.isPresent() && stored.get().equals(message));
          }
        });

    run(ask(conversation(), "Hi"), sink);

    assertThat(found).containsExactly(true, true, true);
  }

  @Test
  void keepsWordsSaidBeforeTheProviderFailed() {
    model(ScriptedReply.says("half ", "an ", "answer").failingAfter(2, CUT));
    var conversation = conversation();
    var sink = new RecordingSink();

    run(ask(conversation, "Hi"), sink);

    var answer = branch(conversation).getLast();
    assertThat(answer.content()).isEqualTo("half an ");
    assertThat(answer.state()).isEqualTo(MessageState.CUT_OFF);
    assertThat(answer.failure())
        .isEqualTo("fake broke off in the middle of the answer (status 200).");
    assertThat(sink.ends()).containsExactly(new TurnEvent.Failed(CUT));
  }

  @Test
  void keepsOnlyTheQuestionAndTheReasonWhenNothingWasSaid() {
    model(ScriptedReply.fails(CUT));
    var conversation = conversation();
    var sink = new RecordingSink();

    run(ask(conversation, "Hi"), sink);

    assertThat(branch(conversation))
        .singleElement()
        .satisfies(question -> {
          assertThat(question.role()).isEqualTo(Role.USER);
          assertThat(question.failure()).startsWith("fake broke off");
        });
    assertThat(sink.ends()).containsExactly(new TurnEvent.Failed(CUT));
  }

  @Test
  void letsTheSinkTurnAnEarlyFailureIntoAnException() {
    model(ScriptedReply.fails(CUT));
    TurnSink sink =
        event -> {
          if (event instanceof TurnEvent.Failed(var problem)) {
            throw new ProblemException(problem);
          }
        };
    var conversation = conversation();

    assertThatThrownBy(() -> run(ask(conversation, "Hi"), sink))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(CUT));
    assertThat(branch(conversation)).hasSize(1);
  }

  @Test
  void stopsWhenThePersonSaysSoAndKeepsWhatWasSaid() throws InterruptedException {
    var gate = new Gate();
    model(ScriptedReply.says("some", " more").waitingBefore(1, gate));
    var conversation = conversation();
    var sink = new RecordingSink();
    var turn = start(ask(conversation, "Hi"), sink);
    gate.awaitReached();

    test.core().runningTurns().cancel(test.owner(), sink.turn());
    turn.join();

    assertThat(sink.ends()).containsExactly(new TurnEvent.Cancelled());
    assertThat(branch(conversation).getLast())
        .extracting(Message::content, Message::state, Message::failure)
        .containsExactly("some", MessageState.CUT_OFF, null);
  }

  @Test
  void hasOneTurnAtATimeInAConversation() throws InterruptedException {
    var gate = new Gate();
    model(ScriptedReply.says("a").waitingBefore(0, gate), ScriptedReply.says("b"));
    var conversation = conversation();
    var turn = start(ask(conversation, "first"), new RecordingSink());
    gate.awaitReached();

    assertThatThrownBy(() -> run(ask(conversation, "second"), new RecordingSink()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(new Problem.Busy("conversation")));
    gate.open();
    turn.join();
    run(ask(conversation, "third"), new RecordingSink());

    assertThat(branch(conversation))
        .extracting(Message::content)
        .containsExactly("first", "a", "third", "b");
  }

  @Test
  void isFreeForTheNextTurnWhenItsEndIsHeard() {
    var conversation = conversation();
    var second = new RecordingSink();
    var first =
        new RecordingSink(event -> {
          if (event.last()) {
            run(ask(conversation, "at once"), second);
          }
        });

    run(ask(conversation, "Hi"), first);

    assertThat(second.ends()).hasSize(1);
    assertThat(branch(conversation)).hasSize(4);
  }

  @Test
  void stopsTheModelWhenItsReaderLeaves() {
    model(ScriptedReply.says("a", "b", "c", "d"));
    var conversation = conversation();

    run(ask(conversation, "Hi"), RecordingSink.leavingAfter(1));

    assertThat(branch(conversation).getLast())
        .extracting(Message::content, Message::state)
        .containsExactly("ab", MessageState.CUT_OFF);
  }

  @Test
  void goesOnWithoutItsReaderWhenAskedTo() {
    model(ScriptedReply.says("a", "b", "c", "d"));
    var conversation = conversation();

    run(ask(conversation, "Hi", WhenReaderLeaves.GO_ON), RecordingSink.leavingAfter(1));

    assertThat(branch(conversation).getLast())
        .extracting(Message::content, Message::state)
        .containsExactly("abcd", MessageState.COMPLETE);
  }

  @Test
  void writesGrowingWordsDownWithoutBeingAsked() throws InterruptedException {
    var gate = new Gate();
    model(ScriptedReply.says("so ", "far", " and on").waitingBefore(2, gate));
    var conversation = conversation();
    var turn = start(ask(conversation, "Hi"), new RecordingSink());
    gate.awaitReached();

    await()
        .untilAsserted(() ->
            assertThat(branch(conversation).getLast())
                .extracting(Message::content, Message::state)
                .containsExactly("so far", MessageState.GROWING));
    gate.open();
    turn.join();
  }

  @Test
  void givesAReaderThatComesBackWhatItMissedAndThenTheRest() throws InterruptedException {
    var gate = new Gate();
    model(ScriptedReply.says("Hello", ", ", "you").waitingBefore(2, gate));
    var conversation = conversation();
    var first = new RecordingSink();
    var turn = start(ask(conversation, "Hi"), first);
    gate.awaitReached();
    long position = first.events().stream().mapToLong(TurnEvent::length).sum() - ", ".length();

    var second = new RecordingSink();
    var watcher =
        Thread.ofVirtual()
            .start(() ->
                test.core().runningTurns().watch(test.owner(), first.turn(), position, second));
    await().until(() -> second.text().equals(", "));
    gate.open();
    watcher.join();
    turn.join();

    assertThat(second.text()).isEqualTo(", you");
    assertThat(second.events().getLast()).isInstanceOf(TurnEvent.Finished.class);
  }

  @Test
  void canBeReadAgainForAWhileAfterItsEndByItsOwnerOnly() {
    var sink = new RecordingSink();
    run(ask(conversation(), "Hi"), sink);
    var again = new RecordingSink();
    var running = test.core().runningTurns();

    running.watch(test.owner(), sink.turn(), 0, again);

    assertThat(again.text()).isEqualTo(sink.text());
    assertThat(again.saved()).isEqualTo(sink.saved());
    assertThatThrownBy(() -> running.watch(test.member("else"), sink.turn(), 0, again))
        .isInstanceOf(ProblemException.class);
    test.clock().advance(Duration.ofMinutes(2));
    await()
        .untilAsserted(() ->
            assertThatThrownBy(() -> running.watch(test.owner(), sink.turn(), 0, again))
                .isInstanceOf(ProblemException.class));
  }

  @Test
  void keepsWhatWasSaidWhenTheProgramEnds() throws InterruptedException {
    var gate = new Gate();
    model(ScriptedReply.says("last words", "never").waitingBefore(1, gate));
    var conversation = conversation();
    var turn = start(ask(conversation, "Hi"), new RecordingSink());
    gate.awaitReached();

    test.core().runningTurns().close();

    assertThat(branch(conversation).getLast())
        .extracting(Message::content, Message::state)
        .containsExactly("last words", MessageState.CUT_OFF);
    assertThatThrownBy(() -> run(ask(conversation, "more"), new RecordingSink()))
        .isInstanceOf(ProblemException.class);
    turn.join();
  }

  @Test
  void sendsTheWholeBranchToTheModel() {
    var conversation = conversation();
    run(ask(conversation, "one"), new RecordingSink());
    run(ask(conversation, "two"), new RecordingSink());

    assertThat(test.model().prompts().getLast().lines())
        .extracting(Prompt.Line::role, Prompt.Line::content)
        .containsExactly(
            tuple(Role.USER, "one"), tuple(Role.ASSISTANT, "Hello, you"), tuple(Role.USER, "two"));
  }

  @Test
  void answersAgainAsAnotherBranch() {
    model(ScriptedReply.says("first"), ScriptedReply.says("second"));
    var conversation = conversation();
    run(ask(conversation, "Hi"), new RecordingSink());
    var question = branch(conversation).getFirst();

    run(
        new TurnRequest(
            conversation.id(),
            new Question.Again(question.id()),
            new ModelChoice.Usual(),
            WhenReaderLeaves.STOP),
        new RecordingSink());

    var thread = test.core().conversations().thread(test.owner(), conversation.id());
    assertThat(thread.messages()).extracting(Message::content).containsExactly("Hi", "second");
    var siblings = thread.siblings().getOrDefault(thread.messages().getLast().id(), List.of());
    assertThat(siblings).hasSize(2);
    var back =
        test.core()
            .conversations()
            .showBranch(test.owner(), conversation.id(), siblings.getFirst());
    assertThat(back.messages()).extracting(Message::content).containsExactly("Hi", "first");
  }

  @Test
  void asksInOtherWordsBesideTheFirstQuestion() {
    var conversation = conversation();
    run(ask(conversation, "Hi"), new RecordingSink());
    var question = branch(conversation).getFirst();

    run(instead(conversation, question.id()), new RecordingSink());

    var thread = test.core().conversations().thread(test.owner(), conversation.id());
    assertThat(thread.messages()).first().extracting(Message::content).isEqualTo("Hello");
    assertThat(thread.siblings().get(thread.messages().getFirst().id()))
        .startsWith(question.id())
        .hasSize(2);
  }

  @Test
  void putsOnlyQuestionsInOtherWords() {
    var conversation = conversation();
    run(ask(conversation, "Hi"), new RecordingSink());
    var answer = branch(conversation).getLast();

    assertThatThrownBy(() -> run(instead(conversation, answer.id()), new RecordingSink()))
        .isInstanceOf(ProblemException.class);
  }

  private static TurnRequest instead(Conversation conversation, MessageId earlier) {
    return new TurnRequest(
        conversation.id(),
        new Question.Instead(earlier, "Hello"),
        new ModelChoice.Usual(),
        WhenReaderLeaves.STOP);
  }

  @Test
  void asksAnotherWayFromAnEarlierMessage() {
    var conversation = conversation();
    run(ask(conversation, "one"), new RecordingSink());
    var answer = branch(conversation).getLast();
    run(ask(conversation, "two"), new RecordingSink());

    run(
        new TurnRequest(
            conversation.id(),
            new Question.Said("two, differently", answer.id()),
            new ModelChoice.Usual(),
            WhenReaderLeaves.STOP),
        new RecordingSink());

    assertThat(branch(conversation))
        .extracting(Message::content)
        .containsExactly("one", "Hello, you", "two, differently", "Hello, you");
  }

  @Test
  void answersWhatWasSaidLastAndWaits() {
    var conversation = conversation();
    var question =
        test.core().conversations().add(test.owner(), conversation.id(), Role.USER, "Hi");
    var sink = new RecordingSink();

    run(waiting(conversation), sink);

    assertThat(test.model().prompts().getFirst().lines().getLast().content()).isEqualTo("Hi");
    assertThat(branch(conversation))
        .extracting(Message::role, Message::content)
        .containsExactly(tuple(Role.USER, "Hi"), tuple(Role.ASSISTANT, "Hello, you"));
    assertThat(branch(conversation).getFirst()).isEqualTo(question);
    assertThat(sink.saved())
        .extracting(Message::role, Message::state)
        .containsExactly(
            tuple(Role.ASSISTANT, MessageState.GROWING),
            tuple(Role.ASSISTANT, MessageState.COMPLETE));
  }

  @Test
  void doesNotBeginWhenNothingWasSaid() {
    var conversation = conversation();
    var instructed =
        test.core().conversations().createInstructed(test.owner(), "Genes", "You know genes.");
    var sink = new RecordingSink();

    for (var silent : List.of(conversation, instructed.conversation())) {
      assertThat(Problems.of(() -> run(waiting(silent), sink)))
          .isEqualTo(new Problem.NotFound("question"));
    }

    assertThat(sink.events()).isEmpty();
    assertThat(test.model().prompts()).isEmpty();
    run(ask(conversation, "Hi"), sink);
    assertThat(sink.text()).isEqualTo("Hello, you");
  }

  @Test
  void doesNotAnswerTwiceWhatWaited() {
    var conversation = conversation();
    run(ask(conversation, "Hi"), new RecordingSink());

    assertThat(Problems.of(() -> run(waiting(conversation), new RecordingSink())))
        .isEqualTo(new Problem.Conflict("answer"));

    assertThat(branch(conversation)).hasSize(2);
    assertThat(test.model().prompts()).hasSize(1);
  }

  @Test
  void answersOnceMoreWhatWaitsSinceNoAnswerCame() {
    model(ScriptedReply.fails(CUT), ScriptedReply.says("Hello"));
    var conversation = conversation();
    test.core().conversations().add(test.owner(), conversation.id(), Role.USER, "Hi");

    run(waiting(conversation), new RecordingSink());
    run(waiting(conversation), new RecordingSink());

    assertThat(branch(conversation)).extracting(Message::content).containsExactly("Hi", "Hello");
  }

  @Test
  void keepsWhatWasSaidWhileTheAnswerGrew() throws InterruptedException {
    var gate = new Gate();
    model(ScriptedReply.says("Hello", " you").waitingBefore(1, gate));
    var conversation = conversation();
    var turn = start(ask(conversation, "Hi"), new RecordingSink());
    gate.awaitReached();
    test.core().conversations().add(test.owner(), conversation.id(), Role.USER, "And?");
    gate.open();
    turn.join();

    assertThat(branch(conversation))
        .extracting(Message::content)
        .containsExactly("Hi", "Hello you", "And?");
  }

  @Test
  void refusesWhatCanNeverBeAQuestion() {
    var conversation = conversation();
    var tooLarge = "ø".repeat(Conversations.LARGEST_MESSAGE / 2 + 1);
    var largest = "ø".repeat(Conversations.LARGEST_MESSAGE / 2);

    assertThatThrownBy(() -> run(ask(conversation, "  "), new RecordingSink()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.Invalid.class));
    assertThatThrownBy(() -> run(ask(conversation, tooLarge), new RecordingSink()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.TooLarge.class));
    run(ask(conversation, largest), new RecordingSink());
    assertThat(branch(conversation).getFirst().content()).isEqualTo(largest);
  }

  @Test
  void givesAnUntitledConversationItsFirstWordsBeforeAnythingIsAnnounced() {
    var conversation = test.core().conversations().create(test.owner(), "");

    var titles = new CopyOnWriteArrayList<String>();

    run(
        ask(conversation, "What is\na genome?"),
        new RecordingSink(_ ->
            titles.add(test.core().conversations().get(test.owner(), conversation.id()).title())));

    assertThat(titles).hasSizeGreaterThan(3).containsOnly("What is");
  }

  @Test
  void storesANullCharacterOfTheModelAsAReplacementCharacter() {
    model(ScriptedReply.says("a\0b"));
    var conversation = conversation();
    var sink = new RecordingSink();

    run(ask(conversation, "Hi"), sink);

    assertThat(sink.text()).isEqualTo("a\uFFFDb");
    assertThat(branch(conversation).getLast().content()).isEqualTo("a\uFFFDb");
  }

  @Test
  void endsOnceWhenTheModelBreaksInAnUnplannedWay() {
    test.close();
    test =
        TestCore.with((_, listener, _) -> {
          listener.text("some");
          throw new IllegalStateException("a bug");
        });
    var conversation = conversation();
    var sink = new RecordingSink();

    run(ask(conversation, "Hi"), sink);

    assertThat(sink.ends())
        .singleElement()
        .isInstanceOfSatisfying(
            TurnEvent.Failed.class,
            failed -> assertThat(failed.problem()).isInstanceOf(Problem.Internal.class));
    assertThat(branch(conversation).getLast().content()).isEqualTo("some");
  }
}
