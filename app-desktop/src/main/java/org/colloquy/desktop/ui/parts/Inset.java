package org.colloquy.desktop.ui.parts;

/// Something drawn that stands between the words of a text.
public interface Inset {
  /// What is copied in its place.
  String copied();
}
