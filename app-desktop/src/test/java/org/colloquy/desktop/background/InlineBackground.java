package org.colloquy.desktop.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.colloquy.desktop.client.Failure;

/// Does everything here and now, and lets a test decide when a wait is over.
public final class InlineBackground implements Background {
  private final List<Runnable> waiting = new ArrayList<>();

  @Override
  public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Failure> failed) {
    switch (Attempt.at(work)) {
      case Attempt.Done<T>(var result) -> done.accept(result);
      case Attempt.Failed<T>(var failure) -> failed.accept(failure);
    }
  }

  @Override
  public void nextFrame(Runnable action) {
    action.run();
  }

  @Override
  public Waiting after(Duration delay, Runnable action) {
    waiting.add(action);
    return () -> waiting.remove(action);
  }

  /// Ends every wait.
  public void letTimePass() {
    var over = List.copyOf(waiting);
    waiting.clear();
    over.forEach(Runnable::run);
  }

  /// How many things are waited for.
  public int waiting() {
    return waiting.size();
  }
}
