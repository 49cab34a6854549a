package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.identity.AccountAdministration.Change;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of answers when their account may not be here any more.
class ShutOutTest {
  private static final Change SHUT_OUT = new Change(null, true);
  private static final Change LET_IN = new Change(null, false);

  private final Gate gate = new Gate();
  private final ScriptedChatModel model =
      new ScriptedChatModel(ScriptedReply.says("Hello", " you").waitingBefore(1, gate));
  private final TestCore test = TestCore.with(model);
  private final Caller ole = test.member("ole");
  private final RecordingSink sink = new RecordingSink();

  @AfterEach
  void close() {
    gate.open();
    test.close();
  }

  private Thread asking(Conversation conversation, TurnSink reader) {
    var request =
        new TurnRequest(
            conversation.id(),
            new Question.Said("Hi", null),
            new ModelChoice.Usual(),
            WhenReaderLeaves.GO_ON);
    return Thread.ofVirtual().start(() -> test.core().turns().run(ole, request, reader));
  }

  private void change(Change change) {
    test.core().administration().change(test.owner(), ole.account(), change);
  }

  @Test
  void stopsARunningAnswerAndKeepsWhatWasSaid() {
    var conversation = test.core().conversations().create(ole, "mine");
    asking(conversation, sink);
    gate.awaitReached();

    change(SHUT_OUT);

    await().until(() -> sink.ends().equals(List.of(new TurnEvent.Cancelled())));
    assertThat(model.cancelled()).isTrue();
    change(LET_IN);
    assertThat(test.core().conversations().thread(ole, conversation.id()).messages())
        .last()
        .satisfies(answer -> {
          assertThat(answer.role()).isEqualTo(Role.ASSISTANT);
          assertThat(answer.content()).isEqualTo("Hello");
          assertThat(answer.state()).isEqualTo(MessageState.CUT_OFF);
        });
  }

  @Test
  void leavesTheAnswersOfOthersAlone() throws InterruptedException {
    var conversation = test.core().conversations().create(ole, "mine");
    var answering = asking(conversation, sink);
    gate.awaitReached();
    var kari = test.member("kari");

    test.core().administration().change(test.owner(), kari.account(), SHUT_OUT);
    gate.open();
    answering.join();

    assertThat(sink.text()).isEqualTo("Hello you");
  }

  @Test
  void beginsNoAnswerForSomebodyWhoWasShutOutMeanwhile() {
    var conversation = test.core().conversations().create(ole, "mine");
    change(SHUT_OUT);
    var request =
        new TurnRequest(
            conversation.id(),
            new Question.Said("Hi", null),
            new ModelChoice.Usual(),
            WhenReaderLeaves.GO_ON);
    var gone = new Problem.NotSignedIn(Why.NO_ACCOUNT);

    assertThat(Problems.of(() -> test.core().turns().run(ole, request, sink))).isEqualTo(gone);
    var completion = new CompletionRequest(new ModelChoice.Usual(), lines());
    test.core().completions().run(ole, completion, _ -> sink);
    assertThat(sink.events()).containsExactly(new TurnEvent.Failed(gone));

    assertThat(model.prompts()).isEmpty();
    change(LET_IN);
    assertThat(test.core().conversations().thread(ole, conversation.id()).messages()).isEmpty();
    assertThat(test.core().runningTurns().in(conversation.id())).isEmpty();
  }

  @Test
  void stopsACompletion() throws InterruptedException {
    var completing =
        Thread.ofVirtual()
            .start(() ->
                test.core()
                    .completions()
                    .run(ole, new CompletionRequest(new ModelChoice.Usual(), lines()), _ -> sink));
    gate.awaitReached();

    change(SHUT_OUT);
    completing.join();

    assertThat(sink.events())
        .containsExactly(
            new TurnEvent.TextDelta("Hello"),
            new TurnEvent.Failed(new Problem.Unavailable("The answer was stopped.")));
  }

  @Test
  void removesAnAccountInTheMiddleOfAnAnswer() {
    var conversation = test.core().conversations().create(ole, "mine");
    asking(conversation, sink);
    gate.awaitReached();

    test.core().administration().remove(ole, ole.account());

    await().until(() -> sink.ends().equals(List.of(new TurnEvent.Cancelled())));
    assertThat(sink.saved()).extracting(Message::content).last().isEqualTo("Hello");
    assertThat(test.stores().messages().tree(conversation.id())).isEmpty();
  }

  private static List<Prompt.Line> lines() {
    return List.of(new Prompt.Line(Role.USER, "Hi"));
  }
}
