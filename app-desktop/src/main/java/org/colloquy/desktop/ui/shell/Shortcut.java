package org.colloquy.desktop.ui.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Keys that work everywhere in the window.
enum Shortcut {
  NEW_CHAT(KeyCode.N, "Ctrl"),
  SEARCH(KeyCode.F, "Ctrl+Shift"),
  MODELS(KeyCode.M, "Ctrl+Shift"),
  SIDEBAR(KeyCode.S, "Ctrl+Shift"),
  SIDE(KeyCode.D, "Ctrl+Shift"),
  SETTINGS(KeyCode.COMMA, "Ctrl"),
  ATTACH(KeyCode.A, "Ctrl+Shift"),
  REGENERATE(KeyCode.R, "Ctrl"),
  COMPOSER(KeyCode.ESCAPE, "Shift");

  private final KeyCode code;
  private final String modifiers;

  /// Ctrl stands for this system's own key for shortcuts.
  Shortcut(KeyCode code, String modifiers) {
    this.code = code;
    this.modifiers = modifiers;
  }

  static @Nullable Shortcut of(KeyEvent event) {
    for (var shortcut : values()) {
      if (shortcut.matches(event)) {
        return shortcut;
      }
    }
    return null;
  }

  private boolean matches(KeyEvent event) {
    return event.getCode() == code
        && event.isShortcutDown() == modifiers.contains("Ctrl")
        && event.isShiftDown() == modifiers.contains("Shift")
        && !event.isAltDown();
  }
}
