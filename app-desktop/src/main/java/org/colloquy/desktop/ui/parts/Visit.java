package org.colloquy.desktop.ui.parts;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;

/// The stay with one thing, such as an open conversation or a question that was asked: what was
/// asked for the one before is ignored.
public final class Visit {
  private final Background background;
  private final Consumer<Failure> failed;
  private int number;

  /// @param failed is told why work failed
  public Visit(Background background, Consumer<Failure> failed) {
    this.background = background;
    this.failed = failed;
  }

  /// Moves whenever another one begins.
  public int number() {
    return number;
  }

  /// Another one begins.
  public void end() {
    number++;
  }

  /// Runs the work elsewhere; what comes of it is told if this visit still lasts then.
  public <T> void run(Supplier<T> work, Consumer<T> done) {
    run(work, done, failed);
  }

  /// The same, for work whose failure is another matter.
  public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Failure> otherwise) {
    var here = number;
    background.run(
        work,
        result -> ifStill(here, () -> done.accept(result)),
        failure -> ifStill(here, () -> otherwise.accept(failure)));
  }

  /// Ends this visit, and runs the work for the next.
  public <T> void begin(Supplier<T> work, Consumer<T> done) {
    end();
    run(work, done);
  }

  /// Does something if this visit still lasts.
  ///
  /// @param here its number
  public void ifStill(int here, Runnable action) {
    if (here == number) {
      action.run();
    }
  }
}
