package org.colloquy.server.core.shared;

import java.util.List;
import java.util.function.Function;
import org.colloquy.model.Conversation;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.RecordingSink;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.core.turn.TurnRequest;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.colloquy.server.core.turn.TurnSink;
import org.junit.jupiter.api.AfterEach;

/// What tests of shared conversations have in common: Ada's conversation, Bob who may ask in it,
/// Eve who may read it, and Mallory who may do nothing.
abstract class SharedCase {
  final Gate gate = new Gate();
  final TestCore test;
  final Caller ada;
  final Caller bob;
  final Caller eve;
  final Caller mallory;
  final Conversation conversation;

  /// @param replies of the model, which may wait at the gate
  SharedCase(Function<Gate, List<ScriptedReply>> replies) {
    var scripted = replies.apply(gate).toArray(ScriptedReply[]::new);
    test = TestCore.with(new ScriptedChatModel(scripted));
    ada = test.member("ada");
    bob = test.member("bob");
    eve = test.member("eve");
    mallory = test.member("mallory");
    conversation = test.core().conversations().create(ada, "Methane");
    share("bob", Right.WRITE);
    share("eve", Right.READ);
  }

  @AfterEach
  void close() {
    test.close();
  }

  final Share share(String username, Right right) {
    return shares().put(ada, conversation.id(), new RecipientChoice.Named(username), right);
  }

  final void unshare(String username) {
    var share =
        shares().of(ada, conversation.id()).stream()
            .filter(one -> one.with().name().equals(username))
            .findFirst()
            .orElseThrow();
    shares().remove(ada, conversation.id(), share.id());
  }

  /// A group with these in it.
  final GroupId group(Caller... members) {
    var group = test.core().groups().create(test.owner(), "Lab").id();
    for (var member : members) {
      test.core().groups().join(test.owner(), group, member.account());
    }
    return group;
  }

  final Shares shares() {
    return test.core().shares();
  }

  final SharedConversations shared() {
    return test.core().sharedConversations();
  }

  final TurnRequest saying(String text) {
    return asking(new Question.Said(text, null));
  }

  final TurnRequest asking(Question question) {
    return new TurnRequest(
        conversation.id(), question, new ModelChoice.Usual(), WhenReaderLeaves.GO_ON);
  }

  final RecordingSink ask(Caller caller, TurnRequest request) {
    var sink = new RecordingSink();
    ask(caller, request, sink);
    return sink;
  }

  final void ask(Caller caller, TurnRequest request, TurnSink sink) {
    test.core().turns().runShared(caller, request, sink);
  }
}
