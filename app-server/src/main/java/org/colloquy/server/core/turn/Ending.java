package org.colloquy.server.core.turn;

import org.colloquy.model.Problem;

/// How the model's part of a turn ended.
sealed interface Ending {
  /// The model said all it wanted.
  record Answered(Reply reply) implements Ending {}

  /// Somebody stopped it.
  record Stopped() implements Ending {}

  /// It failed; what was said until then is kept.
  record Broken(Problem problem) implements Ending {}

  /// The question could not be saved, so there is nothing to keep.
  record NotSaved(Problem problem) implements Ending {}
}
