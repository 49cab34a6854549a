package org.colloquy.desktop.ui.parts;

/// A view that lies over the window.
public interface DialogView {
  /// Shows what there is now.
  void open();

  /// Lets go of everything; the window closes.
  void close();
}
