package org.colloquy.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import org.colloquy.desktop.boot.EmbeddedServer;
import org.colloquy.desktop.boot.OneWindow;
import org.colloquy.desktop.tray.Trays;
import org.slf4j.LoggerFactory;

/// Starts the desktop. A plain class: one that extends `Application` refuses to start from the
/// class path.
public final class DesktopMain {
  private DesktopMain() {}

  /// Takes a file of conversations to show, if the first argument is none of the server's, and the
  /// server's, such as `--data FOLDER` and `--port NUMBER`.
  public static void main(String[] arguments) {
    var words = List.of(arguments);
    boolean given = !words.isEmpty() && !words.getFirst().startsWith("-");
    Optional<Path> file =
        given ? Optional.of(Path.of(words.getFirst()).toAbsolutePath()) : Optional.empty();
    var settings = given ? words.subList(1, words.size()) : words;
    if (OneWindow.raise(EmbeddedServer.dataFolder(settings), file)) {
      return;
    }
    var tray = Trays.of(System.getProperty("os.name", ""), System.getenv());
    // Formulas are laid out by what was made for AWT; a second toolkit shall not start for that.
    System.setProperty("java.awt.headless", Boolean.toString(!tray.needsAwt()));
    var program = new FutureTask<>(() -> DesktopApp.start(settings, tray, DesktopMain::exit));
    Thread.ofPlatform().name("program-start").start(program);
    try {
      Platform.startup(() -> open(program, file));
    } catch (RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(DesktopMain.class)
          .error(
              "no window can be opened here, 'colloquy serve' starts without one: {}",
              e.getMessage());
      System.exit(1); // The server may be there, but nobody could reach it.
    }
  }

  private static void open(Future<DesktopApp> started, Optional<Path> file) {
    try {
      var program = started.get();
      program.openWindow();
      file.ifPresent(program::openFile);
    } catch (ExecutionException | InterruptedException e) {
      // The server may be there, but nobody could reach it.
      LoggerFactory.getLogger(DesktopMain.class).error("the window cannot be made", e);
      System.exit(1);
    }
  }

  /// What runs GGUF files leaves a thread behind that would keep the process.
  private static void exit() {
    Platform.exit();
    System.exit(0);
  }
}
