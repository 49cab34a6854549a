package org.colloquy.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;

/// What can be used in a window and has no name that can be read aloud, or does not say what it is.
final class Silent {
  private Silent() {}

  /// Call on the window's thread.
  static Set<String> in(Scene scene) {
    var silent = new ArrayList<String>();
    collect(scene.getRoot(), silent);
    return new TreeSet<>(silent);
  }

  private static void collect(Node node, List<String> silent) {
    if (needsName(node) && name(node).isBlank()) {
      silent.add("no name: " + node);
    }
    if (node.isFocusTraversable() && isNoControl(node)) {
      silent.add("no role: " + node);
    }
    if (node instanceof Parent parent && !isWhole(node)) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, silent));
    }
  }

  private static boolean isNoControl(Node node) {
    return node.getAccessibleRole() == AccessibleRole.NODE
        || node.getAccessibleRole() == AccessibleRole.PARENT;
  }

  private static boolean needsName(Node node) {
    return switch (node) {
      case ButtonBase _ -> true;
      case TextInputControl _ -> true;
      case ComboBoxBase<?> _ -> true;
      case ChoiceBox<?> _ -> true;
      case ListView<?> _ -> true;
      case TableView<?> _ -> true;
      case TreeView<?> _ -> true;
      case Slider _ -> true;
      case Spinner<?> _ -> true;
      case ProgressIndicator _ -> true;
      default -> false;
    };
  }

  /// Made of parts by JavaFX itself, which speaks for them.
  private static boolean isWhole(Node node) {
    return node instanceof ComboBoxBase<?>
        || node instanceof ChoiceBox<?>
        || node instanceof Spinner<?>
        || node.getStyleClass().contains("scroll-bar")
        || node.getStyleClass().contains("tab-header-area");
  }

  private static String name(Node node) {
    var words = node.getAccessibleText();
    if (words != null && !words.isBlank()) {
      return words;
    }
    if (node instanceof ButtonBase button && button.getText() != null) {
      return button.getText();
    }
    var scene = node.getScene();
    return node instanceof Control && scene != null ? labelFor(scene.getRoot(), node) : "";
  }

  /// What the label says that stands for this control.
  private static String labelFor(Node from, Node node) {
    if (from instanceof Label label && node.equals(label.getLabelFor())) {
      return label.getText();
    }
    if (from instanceof Parent parent && !(from instanceof TabPane)) {
      for (var child : parent.getChildrenUnmodifiable()) {
        var found = labelFor(child, node);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
