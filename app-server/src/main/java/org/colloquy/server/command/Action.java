package org.colloquy.server.command;

import java.util.function.Consumer;

/// What a command does: reads what it was given, asks the core once, and says what came of it.
interface Action {
  /// Does it.
  ///
  /// @param say takes one line for people
  void run(Given given, Consumer<String> say);
}
