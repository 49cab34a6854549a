package org.colloquy.desktop.tray;

import org.colloquy.desktop.text.Text;

/// What the menu of the icon offers, in this order.
public enum TrayAction {
  OPEN("tray.open"),
  QUICK_ASK("tray.quick"),
  NEW_CONVERSATION("shell.new"),
  QUIT("tray.quit");

  private final String text;

  /// @param text the key of its name
  TrayAction(String text) {
    this.text = text;
  }

  /// Its name in the program's language. Callable from any thread.
  public String words() {
    return Text.of(text);
  }
}
