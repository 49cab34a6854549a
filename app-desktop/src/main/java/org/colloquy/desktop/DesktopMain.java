package org.colloquy.desktop;

import java.util.List;
import javafx.application.Platform;
import org.colloquy.desktop.boot.EmbeddedServer;
import org.colloquy.desktop.boot.OneWindow;

/// Starts the desktop. A plain class: one that extends `Application` refuses to start from the
/// class path.
public final class DesktopMain {
  private DesktopMain() {}

  /// Takes the server's arguments, such as `--data FOLDER` and `--port NUMBER`.
  public static void main(String[] arguments) {
    if (OneWindow.raise(EmbeddedServer.dataFolder(List.of(arguments)))) {
      return;
    }
    // Formulas are laid out by what was made for AWT; a second toolkit shall not start for that.
    System.setProperty("java.awt.headless", "true");
    var program = new DesktopApp(List.of(arguments), DesktopMain::exit);
    program.startServer();
    Platform.startup(program::openWindow);
  }

  /// What runs GGUF files leaves a thread behind that would keep the process.
  private static void exit() {
    Platform.exit();
    System.exit(0);
  }
}
