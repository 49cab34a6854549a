package org.colloquy.server.core.turn;

/// Is told of every turn.
@FunctionalInterface
public interface TurnWatch {
  /// Nobody watches.
  TurnWatch NONE = () -> () -> {};

  /// A turn has begun on this thread.
  ///
  /// @return what is run when it has ended, on the same thread
  Runnable began();
}
