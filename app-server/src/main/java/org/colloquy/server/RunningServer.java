package org.colloquy.server;

import org.colloquy.server.command.Commands;

/// A server that answers until it is closed.
public final class RunningServer implements AutoCloseable {
  private final int port;
  private final String localToken;
  private final Commands commands;
  private final Runnable close;

  RunningServer(int port, String localToken, Commands commands, Runnable close) {
    this.port = port;
    this.localToken = localToken;
    this.commands = commands;
    this.close = close;
  }

  /// The port it listens on, on loopback.
  public int port() {
    return port;
  }

  /// Proves to this server, until it is closed, that the local owner is asking. It exists in the
  /// memory of this process only.
  public String localToken() {
    return localToken;
  }

  /// What whoever runs this can have done by it.
  Commands commands() {
    return commands;
  }

  /// Ends running answers, keeps what was said, closes the store. A second time does nothing.
  @Override
  public void close() {
    close.run();
  }
}
