package org.colloquy.server.core.turn;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Looks for what helps to answer a question, for a few seconds.
@FunctionalInterface
public interface Researcher {
  /// Looks, and comes back with nothing rather than fail when the outside cannot be reached.
  ///
  /// @param note told, on the caller's thread and in a sentence, what came of it: which pages are
  ///   used, or why there are none
  /// @throws CancellationException when cancelled
  Findings look(String question, Consumer<String> note, Cancellation cancellation);
}
