package org.colloquy.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.colloquy.desktop.DesktopApp;
import org.colloquy.desktop.tray.NoTray;
import org.colloquy.desktop.ui.history.HistoryRow;
import org.colloquy.desktop.ui.shell.ShellViewModel;

/// What a probe finds in the window and does there.
final class WindowParts {
  private WindowParts() {}

  /// Starts the desktop with a probe that looks at it in every frame.
  ///
  /// @param arguments the title of the conversation that the probe opens, then the desktop's own
  /// @param probe made of the title and of what ends the program
  static void start(String[] arguments, BiFunction<String, Runnable, AnimationTimer> probe) {
    List<String> words = List.of(arguments);
    DesktopApp program =
        DesktopApp.start(words.subList(1, words.size()), new NoTray(), Platform::exit);
    Platform.startup(() -> {
      program.openWindow();
      // Nobody takes the first steps here.
      program.wiring().shell().dialog().set(ShellViewModel.Dialog.NONE);
      probe.apply(words.getFirst(), program::quit).start();
    });
  }

  /// Tells whoever started the probe: a word and a number.
  static void say(String word, long number) {
    IO.println(word + " " + number);
  }

  /// The first part of this kind.
  static <T> Optional<T> find(Class<T> type) {
    return all().filter(type::isInstance).map(type::cast).findFirst();
  }

  /// The first visible part of this kind with this id.
  static <T extends Node> Optional<T> find(Class<T> type, String id) {
    return all()
        .filter(node -> id.equals(node.getId()) && node.isVisible())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  private static Stream<Node> all() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .flatMap(window -> nodes(window.getScene().getRoot()));
  }

  private static Stream<Node> nodes(Node node) {
    Stream<Node> below =
        node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(WindowParts::nodes)
            : Stream.of();
    return Stream.concat(Stream.of(node), below);
  }

  /// Opens a conversation as somebody does who has gone to it with the arrow keys, and says
  /// `listed`; false when it is not in the list yet.
  static boolean open(String title) {
    return find(ListView.class).filter(list -> open(list, title)).isPresent();
  }

  private static boolean open(ListView<?> list, String title) {
    for (int at = 0; at < list.getItems().size(); at++) {
      if (list.getItems().get(at) instanceof HistoryRow.Line(var conversation, _, _)
          && conversation.title().equals(title)) {
        say("listed", System.nanoTime());
        list.getSelectionModel().select(at);
        list.scrollTo(at);
        press(list, KeyCode.ENTER);
        return true;
      }
    }
    return false;
  }

  static void press(Node node, KeyCode key) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }
}
