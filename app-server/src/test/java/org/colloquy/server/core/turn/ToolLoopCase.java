package org.colloquy.server.core.turn;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;

/// What tests of turns with tools have in common.
abstract class ToolLoopCase {
  static final Problem CUT = new Problem.Upstream("fake", UpstreamFault.CUT, 200, "");
  static final Agent AGENT =
      new Agent(0, "Tester", "", "", List.of("echo", "slow", "bad", "not there"));

  static final ToolCall ECHO = new ToolCall("a", "echo", "{\"say\":1}");
  final Gate gate = new Gate();
  final CountDownLatch interrupted = new CountDownLatch(1);
  final ScriptedTool echo = new ScriptedTool("echo", arguments -> "heard " + arguments);
  final ScriptedTool slow = new ScriptedTool("slow", _ -> waitForever());
  final ScriptedTool bad =
      new ScriptedTool(
          "bad",
          arguments -> {
            throw new ProblemException(
                arguments.equals("{}")
                    ? new Problem.Unavailable("The index is being built.")
                    : new Problem.Invalid("say", "is missing"));
          });

  TestCore test = TestCore.with(ScriptedChatModel.saying("unused"));

  @AfterEach
  void close() {
    test.close();
  }

  String waitForever() {
    gate.passed();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw new IllegalStateException(e);
    }
    return "never";
  }

  void model(ScriptedReply... replies) {
    test.close();
    test = TestCore.with(new ScriptedChatModel(replies), echo, slow, bad);
  }

  Conversation conversation() {
    return test.core().conversations().create(test.owner(), "");
  }

  static TurnRequest ask(Conversation conversation, Agent agent) {
    return new TurnRequest(
            conversation.id(),
            new Question.Said("Hi", null),
            new ModelChoice.Usual(),
            WhenReaderLeaves.STOP)
        .by(agent);
  }

  RecordingSink run(Conversation conversation) {
    var sink = new RecordingSink();
    test.core().turns().run(test.owner(), ask(conversation, AGENT), sink);
    return sink;
  }

  List<Message> branch(Conversation conversation) {
    return test.core().conversations().thread(test.owner(), conversation.id()).messages();
  }

  String lastResult(Conversation conversation) {
    return branch(conversation).stream()
        .filter(message -> message.role() == Role.TOOL)
        .reduce((_, later) -> later)
        .orElseThrow()
        .content();
  }
}
