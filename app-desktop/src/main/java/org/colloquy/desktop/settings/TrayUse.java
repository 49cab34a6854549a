package org.colloquy.desktop.settings;

/// What the tray of the desktop is used for, where there is one.
///
/// @param icon whether the program has an icon there
/// @param keepsRunning whether the program goes on there when its window is closed
public record TrayUse(boolean icon, boolean keepsRunning) {
  /// An icon, and the program ends with its window.
  public static final TrayUse DEFAULT = new TrayUse(true, false);

  public TrayUse withIcon(boolean value) {
    return new TrayUse(value, keepsRunning);
  }

  public TrayUse withKeepsRunning(boolean value) {
    return new TrayUse(icon, value);
  }
}
