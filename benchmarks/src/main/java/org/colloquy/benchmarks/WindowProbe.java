package org.colloquy.benchmarks;

import javafx.animation.AnimationTimer;
import javafx.scene.control.TextArea;
import org.fxmisc.flowless.VirtualFlow;

/// Runs the desktop, looks at its window once in every frame, and says on its output when something
/// could be seen: a word, and the time as the monotonic clock of this machine tells it.
///
/// With a title, it also opens the conversation of this title and scrolls through it.
public final class WindowProbe extends AnimationTimer {
  private static final int FRAMES = 600;
  private static final double STEP = -90;

  private enum Step {
    SHOW,
    SETTLE,
    LIST,
    OPEN,
    SCROLL
  }

  private final String title;
  private final Runnable quit;
  private final Samples frames = new Samples();
  private Step step = Step.SHOW;
  private long lastFrame;

  private WindowProbe(String title, Runnable quit) {
    this.title = title;
    this.quit = quit;
  }

  static void main(String[] arguments) {
    WindowParts.start(arguments, WindowProbe::new);
  }

  @Override
  public void handle(long frame) {
    switch (step) {
      case SHOW -> WindowParts.find(TextArea.class).ifPresent(_ -> step = Step.SETTLE);
      case SETTLE -> {
        WindowParts.say("shown", System.nanoTime());
        step = Step.LIST;
      }
      case LIST -> {
        if (!title.isEmpty() && WindowParts.open(title)) {
          step = Step.OPEN;
        }
      }
      case OPEN ->
          WindowParts.find(VirtualFlow.class).filter(this::isFilled).ifPresent(_ -> opened());
      case SCROLL -> WindowParts.find(VirtualFlow.class).ifPresent(this::scroll);
    }
  }

  private boolean isFilled(VirtualFlow<?, ?> flow) {
    return !flow.visibleCells().isEmpty();
  }

  private void opened() {
    WindowParts.say("opened", System.nanoTime());
    lastFrame = System.nanoTime();
    step = Step.SCROLL;
  }

  private void scroll(VirtualFlow<?, ?> flow) {
    long now = System.nanoTime();
    frames.add(now - lastFrame);
    lastFrame = now;
    if (frames.count() < FRAMES) {
      flow.scrollYBy(STEP);
      return;
    }
    WindowParts.say("median", frames.percentile(0.5));
    WindowParts.say("slow", frames.percentile(0.95));
    WindowParts.say("slowest", frames.percentile(1));
    stop();
    quit.run();
  }
}
