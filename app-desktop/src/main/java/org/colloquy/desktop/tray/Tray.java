package org.colloquy.desktop.tray;

import java.util.function.Consumer;

/// A desktop's place for icons of programs that run. Methods may block; they are called on one
/// thread, never the window's. What they tell is told on any thread.
public interface Tray {
  /// Whether this system can have such a place at all.
  default boolean possible() {
    return true;
  }

  /// Whether it needs AWT, the toolkit of which the window itself makes no use.
  default boolean needsAwt() {
    return false;
  }

  /// Shows the icon as soon as the desktop has a place for it, and as long as it has. Nothing
  /// happens where it has none.
  ///
  /// @param chosen is told what a person wants done
  /// @param shown is told when the icon appears, and when it disappears by itself
  void open(Consumer<TrayAction> chosen, Consumer<Boolean> shown);

  /// The program's language has changed.
  void renamed();

  /// Has the desktop tell this at the icon; false where that is not done there.
  default boolean tell(String words) {
    return false;
  }

  /// Takes the icon away. It can be opened again.
  void close();
}
