package org.colloquy.server;

import org.colloquy.server.command.Commands;

/// A data folder that is open for commands until it is closed.
record OpenFolder(Commands commands, Openings openings) implements AutoCloseable {
  @Override
  public void close() {
    openings.close();
  }
}
