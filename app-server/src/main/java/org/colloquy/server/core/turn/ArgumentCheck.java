package org.colloquy.server.core.turn;

/// Says whether what a model wrote are the arguments that a tool takes.
@FunctionalInterface
public interface ArgumentCheck {
  /// Checks them by the tool's schema. May be interrupted, like the tool.
  ///
  /// @throws org.colloquy.model.ProblemException Invalid with what is wrong, Unavailable when the
  ///   schema is none
  void check(Tool tool, String arguments);
}
