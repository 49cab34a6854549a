package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;

/// What tests of turns have in common.
abstract class TurnCase {
  static final Problem CUT = new Problem.Upstream("fake", UpstreamFault.CUT, 200, "");
  TestCore test = TestCore.with(ScriptedChatModel.saying("Hello", ", ", "you"));

  @AfterEach
  void close() {
    test.close();
  }

  void model(ScriptedReply... replies) {
    test.close();
    test = TestCore.with(new ScriptedChatModel(replies));
  }

  Conversation conversation() {
    return test.core().conversations().create(test.owner(), "Test");
  }

  TurnRequest ask(Conversation conversation, String text) {
    return ask(conversation, text, WhenReaderLeaves.STOP);
  }

  TurnRequest ask(Conversation conversation, String text, WhenReaderLeaves leaving) {
    return new TurnRequest(
        conversation.id(), new Question.Said(text, null), new ModelChoice.Usual(), leaving);
  }

  static TurnRequest waiting(Conversation conversation) {
    return new TurnRequest(
        conversation.id(), new Question.Waiting(), new ModelChoice.Usual(), WhenReaderLeaves.STOP);
  }

  void run(TurnRequest request, TurnSink sink) {
    test.core().turns().run(test.owner(), request, sink);
  }

  Thread start(TurnRequest request, TurnSink sink) {
    return Thread.ofVirtual().start(() -> run(request, sink));
  }

  List<Message> branch(Conversation conversation) {
    return test.core().conversations().thread(test.owner(), conversation.id()).messages();
  }
}
