package org.colloquy.desktop.background;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.colloquy.desktop.client.Failure;

/// Works beside one thread that stands for the window's.
public final class OneThreadBackground implements Background, AutoCloseable {
  private final ExecutorService window = Executors.newSingleThreadExecutor();

  @Override
  public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Failure> failed) {
    Thread.ofVirtual()
        .start(() -> {
          var attempt = Attempt.at(work);
          nextFrame(() -> {
            switch (attempt) {
              case Attempt.Done<T>(var result) -> done.accept(result);
              case Attempt.Failed<T>(var failure) -> failed.accept(failure);
            }
          });
        });
  }

  /// What comes after the end is of no use to anybody.
  @Override
  public void nextFrame(Runnable action) {
    try {
      window.execute(action);
    } catch (RejectedExecutionException e) {
      if (!window.isShutdown()) {
        throw e;
      }
    }
  }

  @Override
  public Waiting after(Duration delay, Runnable action) {
    return () -> {};
  }

  /// Asks or does something on the window's thread.
  public <T> T onWindow(Supplier<T> question) {
    try {
      return window.submit(question::get).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    window.shutdownNow();
  }
}
