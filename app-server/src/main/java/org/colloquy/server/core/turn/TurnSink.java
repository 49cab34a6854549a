package org.colloquy.server.core.turn;

import org.colloquy.model.TurnEvent;

/// Where the events of a turn go; one for each wire form.
public interface TurnSink {
  /// Passes an event on. Called in order, never by two threads at once.
  ///
  /// @throws SinkClosed when the reader has gone
  void accept(TurnEvent event);
}
