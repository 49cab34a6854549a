package org.colloquy.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.colloquy.desktop.DesktopApp;
import org.colloquy.desktop.ui.history.HistoryRow;
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
    List<String> words = List.of(arguments);
    DesktopApp program = new DesktopApp(words.subList(1, words.size()), Platform::exit);
    program.startServer();
    Platform.startup(() -> {
      program.openWindow();
      new WindowProbe(words.getFirst(), program::quit).start();
    });
  }

  @Override
  public void handle(long frame) {
    switch (step) {
      case SHOW -> find(TextArea.class).ifPresent(_ -> step = Step.SETTLE);
      case SETTLE -> {
        say("shown", System.nanoTime());
        step = Step.LIST;
      }
      case LIST -> {
        if (!title.isEmpty()) {
          find(ListView.class).ifPresent(this::open);
        }
      }
      case OPEN -> find(VirtualFlow.class).filter(this::isFilled).ifPresent(_ -> opened());
      case SCROLL -> find(VirtualFlow.class).ifPresent(this::scroll);
    }
  }

  /// Opens the conversation as somebody does who has gone to it with the arrow keys.
  private void open(ListView<?> list) {
    for (int at = 0; at < list.getItems().size(); at++) {
      if (list.getItems().get(at) instanceof HistoryRow.Line(var conversation)
          && conversation.title().equals(title)) {
        say("listed", System.nanoTime());
        list.getSelectionModel().select(at);
        list.scrollTo(at);
        Event.fireEvent(
            list,
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        step = Step.OPEN;
        return;
      }
    }
  }

  private boolean isFilled(VirtualFlow<?, ?> flow) {
    return !flow.visibleCells().isEmpty();
  }

  private void opened() {
    say("opened", System.nanoTime());
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
    say("median", frames.percentile(0.5));
    say("slow", frames.percentile(0.95));
    say("slowest", frames.percentile(1));
    stop();
    quit.run();
  }

  private static void say(String word, long nanos) {
    IO.println(word + " " + nanos);
  }

  private static <T> Optional<T> find(Class<T> type) {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .flatMap(window -> nodes(window.getScene().getRoot()))
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  private static Stream<Node> nodes(Node node) {
    Stream<Node> below =
        node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(WindowProbe::nodes)
            : Stream.of();
    return Stream.concat(Stream.of(node), below);
  }
}
