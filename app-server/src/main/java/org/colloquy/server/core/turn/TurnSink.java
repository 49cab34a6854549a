package org.colloquy.server.core.turn;

import org.colloquy.model.Problem;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.TurnId;

/// Where the events of a turn go; one for each wire form.
public interface TurnSink {
  /// A turn that was stopped, for readers who know only answers and failures.
  Problem STOPPED = new Problem.Unavailable("The answer was stopped.");

  /// The turn has begun, under this name. Comes before every event.
  default void begun(TurnId id) {}

  /// Passes an event on. Called in order, never by two threads at once.
  ///
  /// A sink that has sent nothing yet may answer [TurnEvent.Failed] by throwing its problem, so
  /// that the failure becomes a status of its own.
  ///
  /// @throws SinkClosed when the reader has gone
  void accept(TurnEvent event);
}
