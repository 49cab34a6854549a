package org.colloquy.desktop.background;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.colloquy.desktop.client.Failure;

/// Runs what blocks beside the window's thread and brings the outcome back to it.
public interface Background {
  /// Runs the work elsewhere, then exactly one of the two on the window's thread.
  <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Failure> failed);

  /// Runs it on the window's thread when the next frame is drawn; callable from any thread.
  void nextFrame(Runnable action);

  /// Runs it on the window's thread after a while.
  Waiting after(Duration delay, Runnable action);

  /// Something that will happen unless it is called off.
  interface Waiting {
    void callOff();
  }
}
