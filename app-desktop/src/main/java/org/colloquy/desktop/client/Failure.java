package org.colloquy.desktop.client;

import org.colloquy.model.Problem;

/// Why something asked of the server did not happen.
public sealed interface Failure {
  /// The server said why.
  record Told(Problem problem) implements Failure {}

  /// The server did not answer.
  ///
  /// @param detail the technical reason, for people who look closer
  record NoAnswer(String detail) implements Failure {}
}
