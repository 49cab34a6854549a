package org.colloquy.desktop.settings;

/// Light or dark.
public enum Look {
  /// As the rest of the computer.
  SYSTEM,
  LIGHT,
  DARK
}
