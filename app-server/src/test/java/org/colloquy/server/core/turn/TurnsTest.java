package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.Test;

class TurnsTest extends TurnCase {
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
  void writesManyLongGrowingAnswersDown() throws InterruptedException {
    var gate = new Gate();
    var far = "so far ".repeat(20_000);
    model(ScriptedReply.says(far, "and on").waitingBefore(1, gate));
    var conversations = Stream.generate(this::conversation).limit(9).toList();
    var turns =
        conversations.stream().map(each -> start(ask(each, "Hi"), new RecordingSink())).toList();

    await()
        .untilAsserted(() ->
            assertThat(conversations)
                .extracting(each -> branch(each).getLast().content())
                .containsOnly(far));
    gate.open();
    for (var turn : turns) {
      turn.join();
    }
    assertThat(conversations)
        .extracting(each -> branch(each).getLast().content())
        .containsOnly(far + "and on");
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
