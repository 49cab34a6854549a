package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToolLoopTest {
  private static final Problem CUT = new Problem.Upstream("fake", UpstreamFault.CUT, 200, "");
  private static final Agent AGENT =
      new Agent(0, "Tester", "", "", List.of("echo", "slow", "bad", "not there"));
  private static final ToolCall ECHO = new ToolCall("a", "echo", "{\"say\":1}");

  private final Gate gate = new Gate();
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final ScriptedTool echo = new ScriptedTool("echo", arguments -> "heard " + arguments);
  private final ScriptedTool slow = new ScriptedTool("slow", _ -> waitForever());
  private final ScriptedTool bad =
      new ScriptedTool(
          "bad",
          arguments -> {
            throw new ProblemException(
                arguments.equals("{}")
                    ? new Problem.Unavailable("The index is being built.")
                    : new Problem.Invalid("say", "is missing"));
          });

  private TestCore test = TestCore.with(ScriptedChatModel.saying("unused"));

  @AfterEach
  void close() {
    test.close();
  }

  private String waitForever() {
    gate.passed();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw new IllegalStateException(e);
    }
    return "never";
  }

  private void model(ScriptedReply... replies) {
    test.close();
    test = TestCore.with(new ScriptedChatModel(replies), echo, slow, bad);
  }

  private Conversation conversation() {
    return test.core().conversations().create(test.owner(), "");
  }

  private static TurnRequest ask(Conversation conversation, Agent agent) {
    return new TurnRequest(
            conversation.id(),
            new Question.Said("Hi", null),
            new ModelChoice.Usual(),
            WhenReaderLeaves.STOP)
        .by(agent);
  }

  private RecordingSink run(Conversation conversation) {
    var sink = new RecordingSink();
    test.core().turns().run(test.owner(), ask(conversation, AGENT), sink);
    return sink;
  }

  private List<Message> branch(Conversation conversation) {
    return test.core().conversations().thread(test.owner(), conversation.id()).messages();
  }

  private String lastResult(Conversation conversation) {
    return branch(conversation).stream()
        .filter(message -> message.role() == Role.TOOL)
        .reduce((_, later) -> later)
        .orElseThrow()
        .content();
  }

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
