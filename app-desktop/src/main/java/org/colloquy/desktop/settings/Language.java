package org.colloquy.desktop.settings;

import java.util.Locale;

/// The language of the window.
public enum Language {
  /// As the rest of the computer.
  SYSTEM,
  ENGLISH,
  GERMAN;

  public Locale locale(Locale system) {
    return switch (this) {
      case SYSTEM -> system;
      case ENGLISH -> Locale.ENGLISH;
      case GERMAN -> Locale.GERMAN;
    };
  }
}
