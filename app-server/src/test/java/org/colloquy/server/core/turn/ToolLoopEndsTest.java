package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.concurrent.CountDownLatch;
import org.colloquy.model.Agent;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnEvent;
import org.junit.jupiter.api.Test;

/// How turns with tools end.
class ToolLoopEndsTest extends ToolLoopCase {
  @Test
  void asksOnceMoreWithoutToolsWhenTheModelNeverStopsCalling() {
    model(ScriptedReply.says("again").askingFor(ECHO));
    var conversation = conversation();

    var sink = run(conversation);

    assertThat(echo.given()).hasSize(ToolLoop.MOST_ROUNDS);
    assertThat(test.model().prompts()).hasSize(ToolLoop.MOST_ROUNDS + 1);
    assertThat(test.model().prompts().getLast().tools()).isEmpty();
    assertThat(sink.ends()).singleElement().isInstanceOf(TurnEvent.Finished.class);
  }

  @Test
  void stopsInTheMiddleOfAToolAndCanGoOnLater() throws InterruptedException {
    var call = new ToolCall("b", "slow", "{}");
    var third = new ToolCall("c", "echo", "{}");
    model(ScriptedReply.says("Wait").askingFor(ECHO, call, third), ScriptedReply.says("Later"));
    var conversation = conversation();
    var told = new CountDownLatch(1);
    var sink =
        new RecordingSink(event -> {
          if (event instanceof TurnEvent.ToolCalled called && called.callId().equals("b")) {
            told.countDown();
          }
        });
    var turn =
        Thread.ofVirtual()
            .start(() -> test.core().turns().run(test.owner(), ask(conversation, AGENT), sink));
    gate.awaitReached();
    told.await();

    test.core().runningTurns().cancel(test.owner(), sink.turn());
    turn.join();
    interrupted.await();

    assertThat(sink.ends()).containsExactly(new TurnEvent.Cancelled());
    assertThat(branch(conversation))
        .extracting(Message::role, Message::content)
        .containsExactly(
            tuple(Role.USER, "Hi"),
            tuple(Role.ASSISTANT, "Wait"),
            tuple(Role.TOOL, "heard {\"say\":1}"));
    run(conversation);
    assertThat(test.model().prompts().getLast().lines())
        .extracting(Prompt.Line::role, Prompt.Line::content, Prompt.Line::answersCall)
        .containsExactly(
            tuple(Role.USER, "Hi", null),
            tuple(Role.ASSISTANT, "Wait", null),
            tuple(Role.TOOL, "heard {\"say\":1}", "a"),
            tuple(Role.TOOL, PromptBuilder.INTERRUPTED, "b"),
            tuple(Role.TOOL, PromptBuilder.INTERRUPTED, "c"),
            tuple(Role.USER, "Hi", null));
  }

  @Test
  void endsAToolWhenTheProgramEnds() throws InterruptedException {
    model(ScriptedReply.says("Wait").askingFor(new ToolCall("b", "slow", "{}")));
    var conversation = conversation();
    var sink = new RecordingSink();
    var turn =
        Thread.ofVirtual()
            .start(() -> test.core().turns().run(test.owner(), ask(conversation, AGENT), sink));
    gate.awaitReached();

    test.core().runningTurns().close();
    turn.join();

    assertThat(branch(conversation).getLast())
        .extracting(Message::content, Message::state)
        .containsExactly("Wait", MessageState.COMPLETE);
    assertThat(sink.ends()).hasSize(1);
  }

  @Test
  void keepsWhatWasDoneWhenTheProviderFailsAfterwards() {
    model(
        ScriptedReply.says().askingFor(ECHO),
        ScriptedReply.says("half", "never").failingAfter(1, CUT));
    var conversation = conversation();

    var sink = run(conversation);

    assertThat(sink.ends()).containsExactly(new TurnEvent.Failed(CUT));
    assertThat(branch(conversation))
        .extracting(Message::role, Message::content, Message::state)
        .containsExactly(
            tuple(Role.USER, "Hi", MessageState.COMPLETE),
            tuple(Role.ASSISTANT, "", MessageState.COMPLETE),
            tuple(Role.TOOL, "heard {\"say\":1}", MessageState.COMPLETE),
            tuple(Role.ASSISTANT, "half", MessageState.CUT_OFF));
  }

  @Test
  void takesBackAnAnswerInWhichNothingWasSaidAfterTheTools() {
    model(ScriptedReply.says().askingFor(ECHO), ScriptedReply.fails(CUT));
    var conversation = conversation();

    run(conversation);

    assertThat(branch(conversation))
        .extracting(Message::role)
        .containsExactly(Role.USER, Role.ASSISTANT, Role.TOOL);
    assertThat(branch(conversation).getLast().failure()).startsWith("fake broke off");
  }

  @Test
  void leavesTheCallsOfAModelThatWasOfferedNoneAlone() {
    model(ScriptedReply.says("Done").askingFor(ECHO), ScriptedReply.says("never"));
    var conversation = conversation();
    var sink = new RecordingSink();

    test.core().turns().run(test.owner(), ask(conversation, Agent.NONE), sink);

    assertThat(test.model().prompts())
        .singleElement()
        .satisfies(prompt -> assertThat(prompt.tools()).isEmpty());
    assertThat(echo.given()).isEmpty();
    assertThat(branch(conversation)).extracting(Message::content).containsExactly("Hi", "Done");
  }
}
