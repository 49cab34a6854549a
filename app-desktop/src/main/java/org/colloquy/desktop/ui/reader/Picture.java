package org.colloquy.desktop.ui.reader;

/// The picture of a page, ready to be shown.
public interface Picture {
  /// How wide it is, in pixels.
  double width();

  double height();
}
