package org.colloquy.desktop.ui.parts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// What is painted behind letters. Most texts never need one, so it is not in its text before it
/// has a shape.
final class Ground extends Path {
  Ground(String style) {
    setManaged(false);
    setMouseTransparent(true);
    getStyleClass().add(style);
  }

  /// @param children of the text, behind which it comes
  void draw(List<PathElement> shape, List<Node> children) {
    getElements().setAll(shape);
    if (!shape.isEmpty() && !children.contains(this)) {
      children.addFirst(this);
    }
  }
}
