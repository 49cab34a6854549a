package org.colloquy.server.http;

import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;

/// One path of a face: how it is called, who may call it, and what then happens.
public sealed interface Endpoint {
  String method();

  /// Its path, such as `/api/conversations/{id}`.
  String path();

  /// For everybody.
  record Open(String method, String path, OpenHandler handler) implements Endpoint {}

  /// For those who can prove who they are.
  ///
  /// @param needs what they must be allowed to do
  record SignedIn(String method, String path, Scope needs, SignedInHandler handler)
      implements Endpoint {}

  /// For WebSockets. The handshake is for everybody who may come from where they come from; who may
  /// stay is for the handler to say.
  record Socket(String path, SocketHandler handler) implements Endpoint {
    @Override
    public String method() {
      return "GET";
    }
  }

  /// What happens at an open path.
  interface OpenHandler {
    void handle(Exchange exchange);
  }

  /// What happens at a path for those who are signed in.
  interface SignedInHandler {
    void handle(Caller caller, Exchange exchange);
  }

  /// What happens when somebody opens a WebSocket.
  interface SocketHandler {
    /// Takes it in, and says who listens to it from now on.
    SocketListener open(WebSocket socket);
  }
}
