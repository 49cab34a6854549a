package org.colloquy.server.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps silent streams and sockets alive, and finds out which readers have gone: one thread for
/// all of them.
final class Heartbeats implements AutoCloseable {
  private final Set<Heartbeat> alive = ConcurrentHashMap.newKeySet();
  private final Thread thread;

  /// @param silence how long a stream may be silent
  Heartbeats(Duration silence) {
    var pause = silence.dividedBy(2);
    thread = Thread.ofVirtual().name("heartbeats").start(() -> run(pause));
  }

  /// Looks after it until it ends.
  void watch(Heartbeat living) {
    alive.add(living);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run(Duration pause) {
    try {
      while (true) {
        Thread.sleep(pause);
        alive.removeIf(living -> !living.beat());
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }
}
