package org.colloquy.desktop.ui.keys;

import org.colloquy.desktop.client.Failure;

/// What is known about the key being entered.
public sealed interface TestState {
  record Untested() implements TestState {}

  record Working() implements TestState {}

  /// The provider takes it.
  ///
  /// @param models how many models it reaches
  record Works(int models) implements TestState {}

  record Fails(Failure failure) implements TestState {}
}
