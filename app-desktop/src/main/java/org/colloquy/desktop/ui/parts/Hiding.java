package org.colloquy.desktop.ui.parts;

import java.util.List;
import java.util.stream.Stream;
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
    show(pane, Stream.of(nodes).filter(Node::isVisible).toList());
  }

  /// Makes these the children of the pane, in this order. Those that were there before are not
  /// taken out in between: one of them may have the focus.
  static void show(Pane pane, List<? extends Node> nodes) {
    var there = pane.getChildren();
    there.retainAll(nodes);
    for (var place = 0; place < nodes.size(); place++) {
      var node = nodes.get(place);
      if (place == there.size() || !there.get(place).equals(node)) {
        there.add(place, node);
      }
    }
  }
}
