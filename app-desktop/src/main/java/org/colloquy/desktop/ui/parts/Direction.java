package org.colloquy.desktop.ui.parts;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;

/// From which side a text is read: its first letter says it, as in other programs.
public final class Direction {
  private Direction() {}

  /// From right to left if its first letter is one of Hebrew, Arabic and the like; else, as when it
  /// has none, as everything around it.
  public static NodeOrientation of(String text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .filter(Direction::says)
        .mapToObj(Direction::orientation)
        .findFirst()
        .orElse(NodeOrientation.INHERIT);
  }

  /// Has something be read from the side that its text says, whatever that will be.
  ///
  /// @param text null says nothing
  public static void follow(Node node, ObservableValue<String> text) {
    text.subscribe(now -> node.setNodeOrientation(of(now == null ? "" : now)));
  }

  /// Where a stretch of a text is. In what begins at the right, JavaFX measures it from the left
  /// and draws it from the right.
  ///
  /// @param from in UTF-16 units, as `to`
  static List<PathElement> shape(TextFlow text, int from, int to) {
    var shape = List.of(text.getRangeShape(from, to, true));
    boolean mirrored = text.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    return mirrored ? shape.stream().map(each -> mirrored(each, text.getWidth())).toList() : shape;
  }

  private static PathElement mirrored(PathElement element, double width) {
    return switch (element) {
      case MoveTo to -> new MoveTo(width - to.getX(), to.getY());
      case LineTo to -> new LineTo(width - to.getX(), to.getY());
      default -> element;
    };
  }

  private static boolean says(int direction) {
    return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT || fromRight(direction);
  }

  private static boolean fromRight(int direction) {
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static NodeOrientation orientation(int direction) {
    return fromRight(direction) ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
  }
}
