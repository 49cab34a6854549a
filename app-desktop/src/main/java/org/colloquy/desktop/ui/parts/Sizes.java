package org.colloquy.desktop.ui.parts;

import org.colloquy.desktop.text.Text;

/// Sizes as people read them.
public final class Sizes {
  private Sizes() {}

  public static String of(long bytes) {
    if (bytes < 1024) {
      return Text.of("size.bytes", bytes);
    }
    if (bytes < 1024 * 1024) {
      return Text.of("size.kilobytes", bytes / 1024.0);
    }
    return Text.of("size.megabytes", bytes / (1024.0 * 1024.0));
  }
}
