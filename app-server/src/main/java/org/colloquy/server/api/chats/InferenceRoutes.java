package org.colloquy.server.api.chats;

import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.TurnRequest;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.Research;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.colloquy.server.core.turn.Turns;
import org.colloquy.server.http.EventStream;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.colloquy.server.http.SseSink;

/// `/conversations/inference...`: answers what waits in a chat, as server-sent events.
public final class InferenceRoutes {
  private static final Problem NOTHING_SAID = new Problem.NotFound("question");
  private static final Problem ANSWERED = new Problem.Conflict("answer");

  private final Conversations conversations;
  private final Turns turns;
  private final WhenReaderLeaves leaving;

  /// @param leaving what becomes of an answer when its reader goes away
  public InferenceRoutes(Conversations conversations, Turns turns, WhenReaderLeaves leaving) {
    this.conversations = conversations;
    this.turns = turns;
    this.leaving = leaving;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/conversations/inference/{id}", Scope.WRITE, this::infer)
        .signedIn(
            "GET", "/conversations/inference_internet/{id}", Scope.WRITE, this::inferFromInternet);
  }

  private void infer(Caller caller, Exchange exchange) {
    answer(caller, exchange, Research.NONE);
  }

  private void inferFromInternet(Caller caller, Exchange exchange) {
    answer(caller, exchange, Research.INTERNET);
  }

  private void answer(Caller caller, Exchange exchange, Research research) {
    var chat = conversations.getAround(caller, exchange.id("id", "conversation"));
    var events = exchange.streamEvents();
    if (exchange.headOnly()) {
      events.end();
    } else if (exchange.header("Last-Event-ID").equals(Optional.of(ChatsEvents.END))) {
      stayAway(exchange);
    } else {
      var request =
          new TurnRequest(chat.id(), new Question.Waiting(), new ModelChoice.Usual(), leaving);
      run(caller, exchange, request.after(research), events);
    }
  }

  private void run(Caller caller, Exchange exchange, TurnRequest request, EventStream events) {
    try {
      turns.run(caller, request, new SseSink(events, new ChatsEvents()));
    } catch (ProblemException e) {
      if (e.problem().equals(NOTHING_SAID)) {
        sayNothingFound(events);
      } else if (e.problem().equals(ANSWERED)) {
        stayAway(exchange);
      } else {
        throw e;
      }
    }
  }

  /// A browser comes back by itself when a stream has ended; this tells it not to.
  private static void stayAway(Exchange exchange) {
    exchange.replyEmpty(204);
  }

  private static void sayNothingFound(EventStream events) {
    events.data("No messages found in database");
    ChatsEvents.done(events, "");
    events.end();
  }
}
