package org.colloquy.server.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The WebSockets that are open: kept alive, and told when the server ends.
final class OpenSockets {
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);

  private final Heartbeats heartbeats;
  private final Set<SocketConnection> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean serverEnds;

  OpenSockets(Heartbeats heartbeats) {
    this.heartbeats = heartbeats;
  }

  void add(SocketConnection socket) {
    sockets.add(socket);
    heartbeats.watch(socket);
    if (serverEnds) {
      socket.sayFarewell();
    }
  }

  void remove(SocketConnection socket) {
    sockets.remove(socket);
  }

  /// Tells everybody that the server ends. Nobody is waited for.
  void sayFarewell() {
    serverEnds = true;
    sockets.forEach(SocketConnection::sayFarewell);
  }

  /// Waits until everybody has said goodbye in return, but not for long.
  void awaitFarewell() {
    long end = System.nanoTime() + LONGEST_FAREWELL.toNanos();
    try {
      for (var socket : sockets) {
        socket.awaitEnd(Duration.ofNanos(end - System.nanoTime()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
