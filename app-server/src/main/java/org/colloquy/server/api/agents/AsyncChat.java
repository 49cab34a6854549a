package org.colloquy.server.api.agents;

import org.colloquy.model.ProblemException;
import org.colloquy.server.core.agent.Agents;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.turn.RunningTurns;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.colloquy.server.core.turn.Turns;
import org.colloquy.server.http.BearerCallers;
import org.colloquy.server.http.PathTable;
import org.colloquy.server.http.SocketListener;
import org.colloquy.server.http.WebSocket;

/// `/async_chat`: questions and answers over a WebSocket. Everybody may connect; who has no token
/// is sent away then, because a browser cannot read why a handshake was refused.
public final class AsyncChat {
  private final BearerCallers callers;
  private final Talks talks;

  /// @param callers tell who holds the token in the address
  public AsyncChat(BearerCallers callers, Talks talks) {
    this.callers = callers;
    this.talks = talks;
  }

  /// What every talk needs.
  ///
  /// @param leaving what becomes of an answer when its reader goes away
  public record Talks(
      Agents agents,
      Conversations conversations,
      Turns turns,
      RunningTurns running,
      WhenReaderLeaves leaving) {}

  void addTo(PathTable paths) {
    paths.socket("/async_chat", this::open);
  }

  private SocketListener open(WebSocket socket) {
    var token = socket.query("token").orElse("");
    if (token.isEmpty()) {
      socket.close(WebSocket.NOT_ALLOWED, "unauthorized");
      return SocketListener.NOBODY;
    }
    try {
      holder(token, socket);
    } catch (ProblemException _) {
      socket.close(WebSocket.NOT_ALLOWED, Talk.BAD_TOKEN);
      return SocketListener.NOBODY;
    }
    return new Talk(socket, () -> holder(token, socket), talks);
  }

  private Caller holder(String token, WebSocket socket) {
    var caller = callers.holder(token, socket.visitor());
    caller.require(Scope.WRITE);
    return caller;
  }
}
