package org.colloquy.desktop.background;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.colloquy.desktop.client.Failure;

/// Virtual threads for the work, JavaFX's thread for the outcome. Nothing ticks while nothing is
/// waited for, and a wait lets no frames be drawn, which an animation would.
public final class WindowBackground implements Background {
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("window-clock").factory());

  /// One clock for all waits of a window.
  public WindowBackground() {
    clock.setRemoveOnCancelPolicy(true);
  }

  @Override
  public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Failure> failed) {
    Thread.ofVirtual().name("background").start(() -> perform(work, done, failed));
  }

  private static <T> void perform(Supplier<T> work, Consumer<T> done, Consumer<Failure> failed) {
    var attempt = Attempt.at(work);
    Platform.runLater(() -> {
      switch (attempt) {
        case Attempt.Done<T>(var result) -> done.accept(result);
        case Attempt.Failed<T>(var failure) -> failed.accept(failure);
      }
    });
  }

  @Override
  public void nextFrame(Runnable action) {
    Platform.runLater(() -> new OneFrame(action).start());
  }

  @Override
  public Waiting after(Duration delay, Runnable action) {
    var wait = new Wait(action);
    var rings =
        clock.schedule(
            () -> Platform.runLater(wait::over), delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> {
      wait.calledOff = true;
      rings.cancel(false);
    };
  }

  /// Lives on the window's thread, so that nothing happens once it was called off.
  private static final class Wait {
    private final Runnable action;
    private boolean calledOff;

    private Wait(Runnable action) {
      this.action = action;
    }

    private void over() {
      if (!calledOff) {
        action.run();
      }
    }
  }

  private static final class OneFrame extends AnimationTimer {
    private final Runnable action;

    private OneFrame(Runnable action) {
      this.action = action;
    }

    @Override
    public void handle(long now) {
      stop();
      action.run();
    }
  }
}
