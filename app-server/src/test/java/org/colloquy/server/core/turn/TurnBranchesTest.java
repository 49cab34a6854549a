package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.Problems;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.Test;

class TurnBranchesTest extends TurnCase {
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
}
