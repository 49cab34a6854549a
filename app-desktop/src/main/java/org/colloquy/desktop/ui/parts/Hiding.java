package org.colloquy.desktop.ui.parts;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Lets nodes take no room while they are not visible.
public final class Hiding {
  private Hiding() {}

  public static void whole(Node... nodes) {
    for (var node : nodes) {
      node.managedProperty().bind(node.visibleProperty());
    }
  }

  /// Keeps in the pane those of the nodes that are visible, in this order. Others cost no time at
  /// all there, which counts where there are many panes.
  public static void absent(Pane pane, Node... nodes) {
    for (var node : nodes) {
      node.visibleProperty().subscribe(() -> fill(pane, nodes));
    }
    fill(pane, nodes);
  }

  private static void fill(Pane pane, Node... nodes) {
    var there = pane.getChildren();
    var place = 0;
    for (var node : nodes) {
      if (!node.isVisible()) {
        there.remove(node);
      } else {
        if (place == there.size() || !there.get(place).equals(node)) {
          there.add(place, node);
        }
        place++;
      }
    }
  }
}
