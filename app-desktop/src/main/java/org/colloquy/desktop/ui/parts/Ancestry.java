package org.colloquy.desktop.ui.parts;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What is inside of what.
public final class Ancestry {
  private Ancestry() {}

  /// Whether a node is another one, or somewhere in it.
  public static boolean isIn(Node node, Node around) {
    for (@Nullable Node each = node; each != null; each = each.getParent()) {
      if (each.equals(around)) {
        return true;
      }
    }
    return false;
  }
}
