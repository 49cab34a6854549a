package org.colloquy.desktop.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/// One selection over several texts that stand beside and below each other: dragged from one into
/// another, it takes along what is between. It lasts while the focus stays near.
public final class SharedSelection {
  private final Parent content;
  private final Node near;
  private final ChangeListener<Node> moved = (_, _, now) -> focusMoved(now);
  private @Nullable Scene watched;
  private @Nullable SelectableText anchor;
  private int anchorAt;

  /// @param content in which the texts are
  /// @param near what the focus must leave to end the selection
  public SharedSelection(Parent content, Node near) {
    this.content = content;
    this.near = near;
    content.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    content.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /// What is selected, in the order in which it is read; empty for nothing.
  public String text() {
    var copied = new StringBuilder();
    @Nullable SelectableText before = null;
    for (var text : texts()) {
      var selected = text.selected();
      if (!selected.isEmpty()) {
        copied.append(before == null ? "" : between(before, text)).append(selected);
        before = text;
      }
    }
    return copied.toString();
  }

  /// Selects nothing.
  public void clear() {
    texts().forEach(text -> text.select(0, 0));
    anchor = null;
    watch(null);
  }

  private void press(MouseEvent event) {
    var pressed = event.getTarget() instanceof Node hit ? textAround(hit) : null;
    if (pressed == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (event.isShiftDown() && anchor != null && !pressed.equals(anchor)) {
      extend(anchor, pressed, event);
      return;
    }
    texts().stream().filter(text -> !text.equals(pressed)).forEach(text -> text.select(0, 0));
    if (!event.isShiftDown()) {
      anchorAt = pressed.placeAt(event.getSceneX(), event.getSceneY());
    }
    anchor = pressed;
    pressed.share();
    watch(content.getScene());
  }

  private void drag(MouseEvent event) {
    var from = anchor;
    if (from == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    var over = nearest(event.getSceneX(), event.getSceneY());
    if (over.equals(from)) {
      texts().stream().filter(text -> !text.equals(from)).forEach(text -> text.select(0, 0));
    } else {
      extend(from, over, event);
    }
  }

  /// Selects from where it began to where the pointer is.
  private void extend(SelectableText from, SelectableText to, MouseEvent event) {
    var all = texts();
    int begin = all.indexOf(from);
    int end = all.indexOf(to);
    boolean down = begin < end;
    for (var i = 0; i < all.size(); i++) {
      var text = all.get(i);
      if (i == begin) {
        text.select(anchorAt, down ? text.length() : 0);
      } else if (i == end) {
        text.select(down ? 0 : text.length(), text.placeAt(event.getSceneX(), event.getSceneY()));
      } else {
        boolean inside = i > Math.min(begin, end) && i < Math.max(begin, end);
        text.select(0, inside ? text.length() : 0);
      }
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && !event.isShiftDown() && event.getCode() == KeyCode.C) {
      var selected = text();
      if (!selected.isEmpty()) {
        Copying.copy(selected);
        event.consume();
      }
    }
  }

  private void focusMoved(@Nullable Node now) {
    if (now == null || !Ancestry.isIn(now, near)) {
      clear();
    }
  }

  private void watch(@Nullable Scene scene) {
    if (watched != null) {
      watched.focusOwnerProperty().removeListener(moved);
    }
    watched = scene;
    if (scene != null) {
      scene.focusOwnerProperty().addListener(moved);
    }
  }

  private SelectableText nearest(double x, double y) {
    var all = texts();
    var best = all.getFirst();
    var closest = Double.MAX_VALUE;
    for (var text : all) {
      var distance = distance(text.localToScene(text.getLayoutBounds()), x, y);
      if (distance < closest) {
        closest = distance;
        best = text;
      }
    }
    return best;
  }

  /// Lines count more than columns: who drags down beside a text means the text.
  private static double distance(Bounds bounds, double x, double y) {
    var below = Math.max(0, Math.max(bounds.getMinY() - y, y - bounds.getMaxY()));
    var beside = Math.max(0, Math.max(bounds.getMinX() - x, x - bounds.getMaxX()));
    return below * 10_000 + beside;
  }

  private List<SelectableText> texts() {
    var found = new ArrayList<SelectableText>();
    collect(content, found);
    return found;
  }

  private static void collect(Node node, List<SelectableText> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof SelectableText text) {
      found.add(text);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /// The text that a node is, or is in; null for none.
  public static @Nullable SelectableText textAround(Node inside) {
    for (@Nullable Node node = inside; node != null; node = node.getParent()) {
      if (node instanceof SelectableText text) {
        return text;
      }
    }
    return null;
  }

  /// What separates two texts when they are copied: cells of a table, items of a list, paragraphs.
  private static String between(Node before, Node after) {
    var common = after.getParent();
    var inside = after;
    while (common != null && !Ancestry.isIn(before, common)) {
      inside = common;
      common = common.getParent();
    }
    if (common instanceof GridPane) {
      return sameRow(before, inside, common) ? "\t" : "\n";
    }
    return common != null && common.getStyleClass().contains("items") ? "\n" : "\n\n";
  }

  private static boolean sameRow(Node before, Node cell, Parent grid) {
    var other = before;
    while (other != null && !grid.equals(other.getParent())) {
      other = other.getParent();
    }
    return other != null && Objects.equals(GridPane.getRowIndex(other), GridPane.getRowIndex(cell));
  }
}
