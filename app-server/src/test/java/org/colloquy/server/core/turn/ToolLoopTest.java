package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colloquy.model.Agent;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.TestCore;
import org.junit.jupiter.api.Test;

class ToolLoopTest extends ToolLoopCase {
  @Test
  void savesCallsResultsAndAnswerInTheirOrder() {
    var second = new ToolCall("b", "echo", "{\"say\":2}");
    model(
        ScriptedReply.says("Let me ", "see").askingFor(ECHO, second).taking(new Usage(5, 2)),
        ScriptedReply.says("There").taking(new Usage(9, 1)));
    var conversation = conversation();

    var sink = run(conversation);

    assertThat(branch(conversation))
        .extracting(Message::role, Message::content, Message::toolCalls, Message::answersCall)
        .containsExactly(
            tuple(Role.USER, "Hi", List.of(), null),
            tuple(Role.ASSISTANT, "Let me see", List.of(ECHO, second), null),
            tuple(Role.TOOL, "heard {\"say\":1}", List.of(), "a"),
            tuple(Role.TOOL, "heard {\"say\":2}", List.of(), "b"),
            tuple(Role.ASSISTANT, "There", List.of(), null));
    assertThat(branch(conversation)).extracting(Message::state).containsOnly(MessageState.COMPLETE);
    assertThat(branch(conversation).get(1).usage()).isEqualTo(new Usage(5, 2));
    assertThat(branch(conversation).getLast().usedModel())
        .isEqualTo(branch(conversation).get(1).usedModel());
    assertThat(sink.ends()).containsExactly(new TurnEvent.Finished(new Usage(14, 3)));
    assertThat(test.core().conversations().get(test.owner(), conversation.id()).title())
        .isEqualTo("Hi");
  }

  @Test
  void tellsWhatHappensInOrderAndNamesNothingThatIsNotSaved() {
    model(ScriptedReply.says("Wait").askingFor(ECHO), ScriptedReply.says("There"));
    var told = Collections.synchronizedList(new ArrayList<String>());
    var unsaved = new CopyOnWriteArrayList<TurnEvent>();
    var conversation = conversation();
    var sink =
        new RecordingSink(event -> {
          told.add(event.getClass().getSimpleName());
          if (event instanceof TurnEvent.MessageSaved(var message)
              && !branch(conversation).contains(message)) {
            unsaved.add(event);
          }
          if (event instanceof TurnEvent.ToolReturned
              && branch(conversation).getLast().role() != Role.TOOL) {
            unsaved.add(event);
          }
        });

    test.core().turns().run(test.owner(), ask(conversation, AGENT), sink);

    assertThat(unsaved).isEmpty();
    assertThat(told)
        .containsExactly(
            "MessageSaved",
            "MessageSaved",
            "TextDelta",
            "MessageSaved",
            "ToolCalled",
            "ToolReturned",
            "MessageSaved",
            "MessageSaved",
            "TextDelta",
            "MessageSaved",
            "Finished");
    assertThat(sink.events())
        .contains(
            new TurnEvent.ToolCalled("a", "echo", "{\"say\":1}"),
            new TurnEvent.ToolReturned("a", "heard {\"say\":1}"));
  }

  @Test
  void offersTheAgentsToolsAndTellsTheModelWhatTheyReturned() {
    model(ScriptedReply.says("Wait").askingFor(ECHO), ScriptedReply.says("There"));
    var conversation = conversation();

    run(conversation);

    var prompts = test.model().prompts();
    assertThat(prompts).hasSize(2);
    assertThat(prompts.getFirst().tools())
        .containsExactly(
            new Prompt.ToolOffer("echo", "Does echo.", "{\"type\":\"object\"}"),
            new Prompt.ToolOffer("slow", "Does slow.", "{\"type\":\"object\"}"),
            new Prompt.ToolOffer("bad", "Does bad.", "{\"type\":\"object\"}"));
    assertThat(prompts.getLast().tools()).isEqualTo(prompts.getFirst().tools());
    assertThat(prompts.getLast().lines())
        .containsExactly(
            new Prompt.Line(Role.USER, "Hi"),
            new Prompt.Line(Role.ASSISTANT, "Wait", List.of(ECHO), null),
            new Prompt.Line(Role.TOOL, "heard {\"say\":1}", List.of(), "a"));
  }

  @Test
  void tellsTheModelWhenItsCallCannotBeDone() {
    for (var call :
        List.of(
            new ToolCall("a", "no such tool", "{}"),
            new ToolCall("a", "not there", "{}"),
            new ToolCall("a", "recall_memory", "{\"query\":\"x\"}"),
            new ToolCall("a", "bad", "{\"say\":1}"))) {
      model(ScriptedReply.says().askingFor(call), ScriptedReply.says("Well"));
      var conversation = conversation();

      var sink = run(conversation);

      assertThat(lastResult(conversation).lines().findFirst()).contains(ToolRunner.INVALID);
      assertThat(lastResult(conversation).contains("say: is missing"))
          .isEqualTo(call.tool().equals("bad"));
      assertThat(sink.text()).isEqualTo("Well");
    }
  }

  @Test
  void tellsTheModelWhenAToolFails() {
    model(
        ScriptedReply.says().askingFor(new ToolCall("a", "bad", "{}")), ScriptedReply.says("Well"));
    var conversation = conversation();

    run(conversation);

    assertThat(lastResult(conversation))
        .isEqualTo("This function failed: The index is being built.");
  }

  @Test
  void doesCallsWithoutEffectsAtTheSameTimeAndTellsThemInTheirOrder() {
    var all = new CyclicBarrier(3);
    var meet =
        new ScriptedTool(
            "slow",
            arguments -> {
              meet(all);
              return arguments;
            });
    test.close();
    var calls =
        Stream.of("1", "2", "3")
            .map(n -> new ToolCall(n, "slow", "{\"n\":" + n + "}"))
            .toArray(ToolCall[]::new);
    test =
        TestCore.with(
            new ScriptedChatModel(
                ScriptedReply.says().askingFor(calls), ScriptedReply.says("There")),
            meet);
    var conversation = conversation();

    run(conversation);

    assertThat(branch(conversation))
        .filteredOn(message -> message.role() == Role.TOOL)
        .extracting(Message::answersCall, Message::content)
        .containsExactly(tuple("1", "{\"n\":1}"), tuple("2", "{\"n\":2}"), tuple("3", "{\"n\":3}"));
  }

  private static void meet(CyclicBarrier all) {
    try {
      all.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void doesCallsWithEffectsAloneAndAfterThoseBefore() {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var order = new CopyOnWriteArrayList<String>();
    var read = new ScriptedTool("echo", arguments -> arguments);
    var write =
        new ScriptedTool(
                "slow",
                arguments -> {
                  most.accumulateAndGet(running.incrementAndGet(), Math::max);
                  order.add(arguments);
                  running.decrementAndGet();
                  return arguments;
                })
            .withEffects();
    test.close();
    var calls =
        IntStream.range(0, 6)
            .mapToObj(n -> new ToolCall("c" + n, n == 2 ? "echo" : "slow", "{\"n\":" + n + "}"))
            .toArray(ToolCall[]::new);
    test =
        TestCore.with(
            new ScriptedChatModel(
                ScriptedReply.says().askingFor(calls), ScriptedReply.says("There")),
            read,
            write);

    run(conversation());

    assertThat(most).hasValue(1);
    assertThat(order)
        .containsExactly("{\"n\":0}", "{\"n\":1}", "{\"n\":3}", "{\"n\":4}", "{\"n\":5}");
  }

  @Test
  void tellsAModelWhatIsWrongWithItsArgumentsSoThatItCanMendThem() {
    model(
        ScriptedReply.says().askingFor(new ToolCall("a", "recall_memory", "{\"quary\":\"x\"}")),
        ScriptedReply.says().askingFor(new ToolCall("b", "recall_memory", "{\"query\":\"x\"}")),
        ScriptedReply.says("There"));
    var conversation = conversation();
    var sink = new RecordingSink();

    var agent = new Agent(0, "Tester", "", "", List.of("recall_memory"));
    test.core().turns().run(test.owner(), ask(conversation, agent), sink);

    assertThat(branch(conversation))
        .filteredOn(message -> message.role() == Role.TOOL)
        .extracting(Message::content)
        .satisfiesExactly(
            wrong -> assertThat(wrong).startsWith(ToolRunner.INVALID + "\n").contains("'query'"),
            right -> assertThat(right).isEqualTo("[]"));
  }
}
