package org.colloquy.desktop.ui.parts;

import javafx.scene.Node;

/// Lets nodes take no room while they are not visible.
public final class Hiding {
  private Hiding() {}

  public static void whole(Node... nodes) {
    for (var node : nodes) {
      node.managedProperty().bind(node.visibleProperty());
    }
  }
}
