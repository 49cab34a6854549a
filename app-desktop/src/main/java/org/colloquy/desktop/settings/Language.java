package org.colloquy.desktop.settings;

import java.util.Locale;

/// The language of the window.
public enum Language {
  /// As the rest of the computer.
  SYSTEM,
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  /// Bokmål.
  NORWEGIAN,
  /// In simplified characters.
  CHINESE;

  public Locale locale(Locale system) {
    return switch (this) {
      case SYSTEM -> system;
      case ENGLISH -> Locale.ENGLISH;
      case GERMAN -> Locale.GERMAN;
      case FRENCH -> Locale.FRENCH;
      case SPANISH -> Locale.of("es");
      case NORWEGIAN -> Locale.of("nb");
      case CHINESE -> Locale.SIMPLIFIED_CHINESE;
    };
  }
}
