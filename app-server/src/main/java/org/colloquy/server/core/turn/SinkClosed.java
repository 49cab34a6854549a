package org.colloquy.server.core.turn;

/// The reader of a turn has gone.
public final class SinkClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SinkClosed(Throwable cause) {
    super("the reader has gone", cause);
  }
}
