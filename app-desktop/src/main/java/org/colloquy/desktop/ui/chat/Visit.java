package org.colloquy.desktop.ui.chat;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;

/// The stay in one conversation: what was asked for the one before is ignored.
final class Visit {
  private final Background background;
  private final Consumer<Failure> failed;
  private int number;

  /// @param failed is told why work failed
  Visit(Background background, Consumer<Failure> failed) {
    this.background = background;
    this.failed = failed;
  }

  /// Moves whenever another conversation is shown.
  int number() {
    return number;
  }

  /// Another conversation is shown from now on.
  void end() {
    number++;
  }

  /// Runs the work elsewhere; what comes of it is told if the conversation is still shown.
  <T> void run(Supplier<T> work, Consumer<T> done) {
    var here = number;
    background.run(
        work,
        result -> ifStill(here, () -> done.accept(result)),
        failure -> ifStill(here, () -> failed.accept(failure)));
  }

  /// Does something if this visit still lasts.
  ///
  /// @param here its number
  void ifStill(int here, Runnable action) {
    if (here == number) {
      action.run();
    }
  }
}
