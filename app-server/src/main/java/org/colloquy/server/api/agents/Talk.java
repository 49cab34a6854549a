package org.colloquy.server.api.agents;

import java.util.Optional;
import java.util.function.Supplier;
import org.colloquy.model.Agent;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.TurnRequest;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.colloquy.server.http.SocketListener;
import org.colloquy.server.http.WebSocket;
import org.colloquy.server.http.WebSocketSink;
import org.jspecify.annotations.Nullable;

/// One WebSocket's talk with an agent: each text is a question in the same conversation. After the
/// first answer the socket is closed, unless the address says `keep=1`.
final class Talk implements SocketListener {
  static final String BAD_TOKEN = "jwt error";

  private final WebSocket socket;
  private final Supplier<Caller> holder;
  private final AsyncChat.Talks talks;
  private final boolean staysOpen;
  private @Nullable ConversationId begun;
  private volatile @Nullable Answering answering;

  /// @param holder who holds the token now; it may expire while the socket is open
  Talk(WebSocket socket, Supplier<Caller> holder, AsyncChat.Talks talks) {
    this.socket = socket;
    this.holder = holder;
    this.talks = talks;
    this.staysOpen = socket.query("keep").orElse("").equals("1");
  }

  private record Answering(Caller caller, WebSocketSink sink) {}

  @Override
  public void said(String text) {
    try {
      var caller = holder.get();
      var agent = agent(caller);
      if (agent.isEmpty()) {
        socket.close(WebSocket.NORMAL, "");
        return;
      }
      answer(caller, agent.get(), text);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.NotSignedIn) {
        socket.close(WebSocket.NOT_ALLOWED, BAD_TOKEN);
        return;
      }
      socket.send(ChatFrames.log(Sentences.of(e.problem())));
    }
    if (staysOpen) {
      socket.send(ChatFrames.done());
    } else {
      socket.close(WebSocket.NORMAL, "");
    }
  }

  @Override
  public void sentBytes() {
    socket.close(WebSocket.NORMAL, "");
  }

  /// Sends away who may not be here any more, but lets an answer be said to its end: who must not
  /// hear even that has it stopped.
  @Override
  public void beat() {
    if (answering != null) {
      return;
    }
    try {
      var _ = holder.get();
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.NotSignedIn || e.problem() instanceof Problem.NotAllowed) {
        socket.close(WebSocket.NOT_ALLOWED, BAD_TOKEN);
      }
    }
  }

  @Override
  public void gone() {
    var left = answering;
    if (left != null && talks.leaving() == WhenReaderLeaves.STOP) {
      left.sink().turn().ifPresent(turn -> talks.running().cancel(left.caller(), turn));
    }
  }

  private void answer(Caller caller, Agent agent, String text) {
    var request =
        new TurnRequest(
                conversation(caller),
                new Question.Said(text, null),
                new ModelChoice.Usual(),
                talks.leaving())
            .by(agent);
    var sink = new WebSocketSink(socket, ChatFrames::of);
    answering = new Answering(caller, sink);
    try {
      talks.turns().run(caller, request, sink);
    } finally {
      answering = null;
    }
  }

  private Optional<Agent> agent(Caller caller) {
    var name = socket.query("agentName").orElse("");
    return name.isBlank() ? Optional.of(talks.agents().usual()) : talks.agents().find(caller, name);
  }

  /// The client's own, or one that is begun with the first question, and told.
  private ConversationId conversation(Caller caller) {
    var id = socket.query("conversationID").orElse("");
    if (!id.isEmpty()) {
      return talks.conversations().getOrCreate(caller, ClientIds.conversation(caller, id)).id();
    }
    var known = begun;
    if (known != null) {
      return known;
    }
    var created = talks.conversations().create(caller, "").id();
    begun = created;
    socket.send(ChatFrames.log("New conversation " + created));
    return created;
  }
}
