package org.colloquy.desktop.ui.parts;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Text in several styles that can be selected with the mouse and copied: drag, double click for a
/// word, triple click for everything.
public final class SelectableText extends TextFlow {
  private final Path highlight = new Path();
  private int anchor;
  private int caret;

  public SelectableText(Text... texts) {
    getStyleClass().add("selectable");
    setCursor(Cursor.TEXT);
    setAccessibleRole(AccessibleRole.TEXT);
    highlight.setManaged(false);
    highlight.setMouseTransparent(true);
    highlight.getStyleClass().add("selection");
    getChildren().add(highlight);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty().addListener((_, _, focused) -> forget(focused));
    widthProperty().addListener((_, _, _) -> paint());
    showTexts(List.of(texts));
  }

  public List<Text> texts() {
    return getManagedChildren().stream().map(Text.class::cast).toList();
  }

  public void showTexts(List<Text> texts) {
    if (!texts.equals(texts())) {
      getChildren().remove(1, getChildren().size());
      getChildren().addAll(texts);
    }
    setAccessibleText(content());
  }

  /// Everything that it says.
  public String content() {
    var all = new StringBuilder();
    texts().forEach(text -> all.append(text.getText()));
    return all.toString();
  }

  public String selected() {
    var all = content();
    var end = Math.min(all.length(), Math.max(anchor, caret));
    return all.substring(Math.min(end, Math.min(anchor, caret)), end);
  }

  public void select(int from, int to) {
    anchor = from;
    caret = to;
    paint();
  }

  private void press(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    requestFocus();
    var index = index(event);
    switch (event.getClickCount()) {
      case 1 -> select(event.isShiftDown() ? anchor : index, index);
      case 2 -> selectWord(index);
      default -> select(0, content().length());
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      select(anchor, index(event));
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C && !selected().isEmpty()) {
      Copying.copy(selected());
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
      select(0, content().length());
      event.consume();
    }
  }

  private int index(MouseEvent event) {
    return getHitInfo(new Point2D(event.getX(), event.getY())).getInsertionIndex();
  }

  private void selectWord(int index) {
    var all = content();
    var from = Math.min(index, all.length());
    var to = from;
    while (from > 0 && Character.isLetterOrDigit(all.charAt(from - 1))) {
      from--;
    }
    while (to < all.length() && Character.isLetterOrDigit(all.charAt(to))) {
      to++;
    }
    select(from, to);
  }

  /// There is one selection in the window: where the focus is.
  private void forget(boolean focused) {
    if (!focused) {
      select(0, 0);
    }
  }

  private void paint() {
    if (anchor == caret) {
      highlight.getElements().clear();
    } else {
      highlight
          .getElements()
          .setAll(getRangeShape(Math.min(anchor, caret), Math.max(anchor, caret), true));
    }
  }
}
