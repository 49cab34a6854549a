package org.colloquy.server.core.provider;

import org.colloquy.server.core.identity.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for servers on this computer while the program goes on starting.
public final class LookForServers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LookForServers.class);

  private final Thread thread;

  private LookForServers(Thread thread) {
    this.thread = thread;
  }

  /// Begins to look.
  ///
  /// @param caller who gets what is found
  public static LookForServers start(LocalServers servers, Caller caller) {
    return new LookForServers(
        Thread.ofVirtual().name("local servers").start(() -> look(servers, caller)));
  }

  private static void look(LocalServers servers, Caller caller) {
    try {
      servers.look(caller);
    } catch (RuntimeException e) {
      LOG.warn("servers on this computer could not be looked for", e);
    }
  }

  /// Waits for what is going on, which is short: nobody there says so at once.
  @Override
  public void close() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
