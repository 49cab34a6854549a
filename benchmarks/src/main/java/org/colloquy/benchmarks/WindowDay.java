package org.colloquy.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.colloquy.desktop.text.Text;
import org.fxmisc.flowless.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// Runs the desktop through what a long day brings: opens a long conversation, scrolls, has an
/// answer streamed into it, opens it again and again, and does nothing for a while.
public final class WindowDay extends AnimationTimer {
  static final int OPENINGS = 10;
  static final Duration IDLE = Duration.ofSeconds(30);

  /// The caret has come to rest by then.
  private static final Duration SETTLING = Duration.ofSeconds(15);

  private static final int FRAMES = 600;
  private static final int SETTLED = 30;
  private static final double STEP = -90;
  private static final String QUESTION = "Say something. [[tokens=1000 delay=5]]";

  private final String title;
  private final Runnable quit;
  private Samples frames = new Samples();
  private Step step = Step.STILL;
  private long lastFrame;
  private int settled;
  private int openings;
  private boolean answering;

  // Found once: looking through the whole window in each frame would be most of what is measured.
  private @Nullable VirtualFlow<?, ?> flow;
  private @Nullable Button send;

  private enum Step {
    STILL,
    LIST,
    OPEN,
    SCROLL,
    SCROLL_AGAIN,
    ASK,
    ANSWER,
    AWAY,
    BACK
  }

  private WindowDay(String title, Runnable quit) {
    this.title = title;
    this.quit = quit;
  }

  static void main(String[] arguments) {
    WindowParts.start(arguments, WindowDay::new);
  }

  @Override
  public void handle(long frame) {
    long now = System.nanoTime();
    switch (step) {
      case STILL -> still(now);
      case LIST -> {
        if (WindowParts.open(title)) {
          step = Step.OPEN;
        }
      }
      case OPEN ->
          WindowParts.find(VirtualFlow.class)
              .filter(this::showsEnd)
              .ifPresent(found -> {
                WindowParts.say("opened", System.nanoTime());
                flow = found;
                measureFor(Step.SCROLL);
              });
      case SCROLL -> scroll(now, "scroll", Step.SCROLL_AGAIN);
      case SCROLL_AGAIN -> scroll(now, "again", Step.ASK);
      case ASK -> ask();
      case ANSWER -> answer(now);
      case AWAY -> turn(LongHistory.title(1), Step.BACK);
      case BACK -> turn(title, Step.AWAY);
    }
  }

  private boolean showsEnd(VirtualFlow<?, ?> flow) {
    return !flow.visibleCells().isEmpty() && flow.getLastVisibleIndex() > 0;
  }

  private void measureFor(Step next) {
    frames = new Samples();
    lastFrame = System.nanoTime();
    step = next;
  }

  private void count(long now) {
    frames.add(now - lastFrame);
    lastFrame = now;
  }

  /// The frames of a window in which nothing moves, for comparison.
  private void still(long now) {
    if (lastFrame == 0) {
      measureFor(Step.STILL);
    } else {
      count(now);
    }
    if (frames.count() >= FRAMES) {
      WindowParts.say("still", frames.percentile(0.95));
      step = Step.LIST;
    }
  }

  private void scroll(long now, String word, Step next) {
    count(now);
    if (frames.count() < FRAMES && flow != null) {
      flow.scrollYBy(STEP);
    } else {
      WindowParts.say(word, frames.percentile(0.95));
      measureFor(next);
    }
  }

  private void ask() {
    WindowParts.find(Button.class, "latest").ifPresent(Button::fire);
    send = WindowParts.find(Button.class, "send").orElse(null);
    WindowParts.find(TextArea.class)
        .ifPresent(area -> {
          area.setText(QUESTION);
          WindowParts.press(area, KeyCode.ENTER);
          measureFor(Step.ANSWER);
        });
  }

  private void answer(long now) {
    boolean busy = send != null && Text.of("composer.stop").equals(send.getAccessibleText());
    if (busy && answering) {
      count(now);
    }
    if (answering && !busy) {
      WindowParts.say("stream", frames.percentile(0.95));
      WindowParts.say("streamed", frames.count());
      step = Step.AWAY;
      settled = 0;
    }
    answering = busy;
    lastFrame = now;
  }

  /// Opens a conversation and waits until it stands.
  private void turn(String to, Step next) {
    boolean there =
        Window.getWindows().stream()
            .anyMatch(window -> window instanceof Stage stage && stage.getTitle().startsWith(to));
    if (!there) {
      WindowParts.open(to);
      settled = 0;
    } else if (++settled == SETTLED) {
      settled = 0;
      step = next;
      if (next == Step.AWAY) {
        opened();
      }
    }
  }

  private void opened() {
    openings++;
    if (openings == 1 || openings == OPENINGS) {
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      WindowParts.say(openings == 1 ? "first" : "last", heap);
    }
    if (openings == OPENINGS) {
      stop();
      Thread.ofPlatform().start(this::idle);
    }
  }

  /// Processor time so far, without the clock of the headless platform, which ticks sixty times a
  /// second whatever happens and is on no display.
  private static long used() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var threads = ManagementFactory.getThreadMXBean();
    long clock =
        Arrays.stream(threads.dumpAllThreads(false, false, 0))
            .filter(thread -> thread.getThreadName().equals("Headless Timer"))
            .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
            .sum();
    return system.getProcessCpuTime() - clock;
  }

  private void idle() {
    try {
      Thread.sleep(SETTLING);
      long before = used();
      Thread.sleep(IDLE);
      WindowParts.say("idle", used() - before);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Platform.runLater(quit);
  }
}
