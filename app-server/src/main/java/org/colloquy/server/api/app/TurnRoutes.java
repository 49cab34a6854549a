package org.colloquy.server.api.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnId;
import org.colloquy.server.api.app.AppBodies.ApprovalBody;
import org.colloquy.server.api.app.AppBodies.TurnBody;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.shared.SharedConversations;
import org.colloquy.server.core.turn.RunningTurns;
import org.colloquy.server.core.turn.Turns;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.NdjsonSink;
import org.colloquy.server.http.PathTable;

/// `/api/conversations/{id}/turns` and `/api/turns/...`: asking, coming back, allowing, stopping.
public final class TurnRoutes {
  private static final String NDJSON = "application/x-ndjson";

  private final SharedConversations conversations;
  private final Turns turns;
  private final RunningTurns running;

  public TurnRoutes(SharedConversations conversations, Turns turns, RunningTurns running) {
    this.conversations = conversations;
    this.turns = turns;
    this.running = running;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("POST", "/api/conversations/{id}/turns", Scope.WRITE, this::begin)
        .signedIn("POST", "/api/conversations/{id}/context", Scope.READ, this::measure)
        .signedIn("GET", "/api/turns/{id}", Scope.READ, this::comeBack)
        .signedIn("POST", "/api/turns/{id}/approvals", Scope.WRITE, this::decide)
        .signedIn("POST", "/api/turns/{id}/cancel", Scope.WRITE, this::cancel);
  }

  private void begin(Caller caller, Exchange exchange) {
    var body = exchange.body(TurnBody.class);
    var conversation = new ConversationId(exchange.id("id", "conversation"));
    Function<Message, List<MessageId>> siblings =
        body.hasNoSiblings() ? message -> List.of(message.id()) : siblings(caller);
    var sink =
        new NdjsonSink(exchange.streamLines(NDJSON), new EventLines(siblings, askers(caller)), 0);
    turns.runShared(caller, body.in(conversation), sink);
  }

  private void measure(Caller caller, Exchange exchange) {
    var conversation = new ConversationId(exchange.id("id", "conversation"));
    exchange.reply(turns.measure(caller, exchange.body(TurnBody.class).in(conversation)));
  }

  private void comeBack(Caller caller, Exchange exchange) {
    var turn = id(exchange);
    long after = exchange.query("after").map(TurnRoutes::position).orElse(0L);
    var lines = new EventLines(siblings(caller), askers(caller));
    var sink = new NdjsonSink(exchange.streamLines(NDJSON), lines, after);
    sink.begun(turn);
    running.watch(caller, turn, after, sink);
    sink.end();
  }

  private void decide(Caller caller, Exchange exchange) {
    var body = exchange.body(ApprovalBody.class);
    running.decide(caller, id(exchange), body.requiredCall(), body.answer());
    exchange.replyEmpty(204);
  }

  private void cancel(Caller caller, Exchange exchange) {
    running.cancel(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private Function<Message, List<MessageId>> siblings(Caller caller) {
    return message -> conversations.siblings(caller, message);
  }

  private Function<Message, Optional<String>> askers(Caller caller) {
    return message -> conversations.asker(caller, message);
  }

  private static TurnId id(Exchange exchange) {
    return new TurnId(exchange.id("id", "turn"));
  }

  private static long position(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ProblemException(new Problem.Invalid("after", "This is not a number."), e);
    }
  }
}
