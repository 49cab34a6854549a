package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.Problems;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.Test;

/// Several answers to one question at once.
class BesideTest extends TurnCase {
  private final Gate gate = new Gate();
  private final List<Thread> threads = new ArrayList<>();

  private static TurnRequest request(Conversation conversation, Question question) {
    return new TurnRequest(
        conversation.id(), question, new ModelChoice.Usual(), WhenReaderLeaves.STOP);
  }

  private static TurnRequest beside(Conversation conversation, MessageId question) {
    return request(conversation, new Question.Beside(question));
  }

  /// Asks, and waits until the question is in the store while the answer waits at the gate.
  private MessageId begin(Conversation conversation) {
    var sink = new RecordingSink();
    threads.add(start(ask(conversation, "Why?"), sink));
    gate.awaitReached();
    return sink.saved().getFirst().id();
  }

  private void finish() throws InterruptedException {
    gate.open();
    for (var thread : threads) {
      thread.join();
    }
  }

  /// All answers to the last question, the one that began first first.
  private List<Message> answers(Conversation conversation) {
    var conversations = test.core().conversations();
    var thread = conversations.thread(test.owner(), conversation.id());
    return thread.siblings(thread.messages().getLast()).stream()
        .map(id -> conversations.showBranch(test.owner(), conversation.id(), id))
        .map(shown -> shown.messages().getLast())
        .toList();
  }

  @Test
  void growBesideEachOtherAsBranchesOfTheQuestion() throws InterruptedException {
    model(ScriptedReply.says("one", "!").waitingBefore(1, gate), ScriptedReply.says("two"));
    var conversation = conversation();
    var question = begin(conversation);
    var sink = new RecordingSink();

    run(beside(conversation, question), sink);

    assertThat(sink.text()).isEqualTo("two");
    finish();
    assertThat(answers(conversation)).extracting(Message::content).containsExactly("one!", "two");
  }

  @Test
  void areStoppedOneByOne() throws InterruptedException {
    var second = new Gate();
    model(
        ScriptedReply.says("one", "!").waitingBefore(1, gate),
        ScriptedReply.says("two", "?").waitingBefore(1, second));
    var conversation = conversation();
    var question = begin(conversation);
    var sink = new RecordingSink();
    var other = start(beside(conversation, question), sink);
    second.awaitReached();

    test.core().runningTurns().cancel(test.owner(), sink.turn());
    other.join();

    assertThat(sink.ends()).containsExactly(new TurnEvent.Cancelled());
    finish();
    assertThat(answers(conversation))
        .extracting(Message::content, Message::state)
        .containsExactly(tuple("one!", MessageState.COMPLETE), tuple("two", MessageState.CUT_OFF));
  }

  @Test
  void areFourAtTheMost() throws InterruptedException {
    model(
        ScriptedReply.says("1", "!").waitingBefore(1, gate),
        ScriptedReply.says("2", "!").waitingBefore(1, gate),
        ScriptedReply.says("3", "!").waitingBefore(1, gate),
        ScriptedReply.says("4", "!").waitingBefore(1, gate),
        ScriptedReply.says("5"));
    var conversation = conversation();
    var question = begin(conversation);
    for (var i = 1; i < TurnsOfConversations.MOST_BESIDE; i++) {
      var begun = new Gate();
      threads.add(
          start(
              beside(conversation, question),
              new RecordingSink(event -> {
                if (event instanceof TurnEvent.TextDelta) {
                  begun.passed();
                }
              })));
      begun.awaitReached();
    }

    assertThat(Problems.of(() -> run(beside(conversation, question), new RecordingSink())))
        .isEqualTo(new Problem.Busy("conversation"));

    finish();
    run(beside(conversation, question), new RecordingSink());
    assertThat(answers(conversation)).hasSize(5);
  }

  @Test
  void keepEverythingElseOut() throws InterruptedException {
    model(
        ScriptedReply.says("before"),
        ScriptedReply.says("one", "!").waitingBefore(1, gate),
        ScriptedReply.says("late"));
    var conversation = conversation();
    run(ask(conversation, "Earlier?"), new RecordingSink());
    var earlier = branch(conversation).getFirst().id();
    var question = begin(conversation);

    for (var refused :
        List.of(
            beside(conversation, earlier),
            request(conversation, new Question.Again(question)),
            ask(conversation, "And?"))) {
      assertThat(Problems.of(() -> run(refused, new RecordingSink())))
          .isEqualTo(new Problem.Busy("conversation"));
    }

    finish();
  }

  @Test
  void leaveTheConversationBusyUntilTheLastOneEnds() throws InterruptedException {
    model(
        ScriptedReply.says("one", "!").waitingBefore(1, gate),
        ScriptedReply.says("two"),
        ScriptedReply.says("next"));
    var conversation = conversation();
    var question = begin(conversation);
    run(beside(conversation, question), new RecordingSink());

    assertThat(Problems.of(() -> run(ask(conversation, "And?"), new RecordingSink())))
        .isEqualTo(new Problem.Busy("conversation"));
    assertThat(test.core().runningTurns().in(conversation.id())).isPresent();

    finish();
    assertThat(test.core().runningTurns().in(conversation.id())).isEmpty();
    run(ask(conversation, "And?"), new RecordingSink());
  }

  @Test
  void areFollowedOnTheBranchThatIsShown() throws InterruptedException {
    var second = new Gate();
    model(
        ScriptedReply.says("one", "!").waitingBefore(1, gate),
        ScriptedReply.says("two", "?").waitingBefore(1, second));
    var conversation = conversation();
    var question = begin(conversation);
    var sink = new RecordingSink();
    threads.add(start(beside(conversation, question), sink));
    second.awaitReached();
    var conversations = test.core().conversations();
    var running = test.core().runningTurns();
    var thread = conversations.thread(test.owner(), conversation.id());

    assertThat(running.on(thread)).contains(sink.turn());
    var first = thread.siblings(thread.messages().getLast()).getFirst();
    var shown = conversations.showBranch(test.owner(), conversation.id(), first);
    assertThat(running.on(shown)).isPresent().isNotEqualTo(running.on(thread));

    second.open();
    finish();
  }

  @Test
  void answerQuestionsOnly() {
    var conversation = conversation();
    run(ask(conversation, "Hi"), new RecordingSink());
    var answer = branch(conversation).getLast().id();

    assertThat(Problems.of(() -> run(beside(conversation, answer), new RecordingSink())))
        .isInstanceOf(Problem.Invalid.class);
  }
}
