package org.colloquy.desktop.background;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import org.colloquy.desktop.client.Failure;

/// Virtual threads for the work, JavaFX's thread for the outcome. Nothing ticks while nothing is
/// waited for.
public final class WindowBackground implements Background {
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
    var pause = new PauseTransition(javafx.util.Duration.millis((double) delay.toMillis()));
    pause.setOnFinished(_ -> action.run());
    pause.play();
    return pause::stop;
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
