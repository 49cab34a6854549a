package org.colloquy.server.core.turn;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Looks for what helps to answer a question, for a few seconds.
@FunctionalInterface
public interface Researcher {
  /// Looks, and comes back with nothing rather than fail when the outside cannot be reached.
  ///
  /// @param note told, in a sentence and on the caller's thread, what came of it
  /// @throws CancellationException when cancelled
  Findings look(String question, Consumer<String> note, Cancellation cancellation);
}
