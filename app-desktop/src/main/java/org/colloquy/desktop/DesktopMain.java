package org.colloquy.desktop;

import javafx.application.Platform;

/// Starts the desktop. A plain class: one that extends `Application` refuses to start from the
/// class path.
public final class DesktopMain {
  private DesktopMain() {}

  public static void main(String[] arguments) {
    var program = new DesktopApp(DesktopArguments.from(arguments));
    program.startServer();
    Platform.startup(program::openWindow);
  }
}
