package org.colloquy.desktop.ui.parts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Text in several styles that can be selected with the mouse and copied: drag, double click for a
/// word, triple click for everything.
public final class SelectableText extends TextFlow {
  private static final double ROUND = 8;

  private final Path highlight = new Path();
  private final Map<Text, Rectangle> backs = new LinkedHashMap<>();
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
      layBehind(texts);
      getChildren().addAll(backs.values());
      getChildren().addAll(texts);
    }
    setAccessibleText(content());
  }

  /// What is a mark gets a ground of its own.
  private void layBehind(List<Text> texts) {
    backs.clear();
    for (var text : texts) {
      if (text.getStyleClass().contains("mark")) {
        var back = new Rectangle();
        back.setArcWidth(ROUND);
        back.setArcHeight(ROUND);
        back.setManaged(false);
        back.setMouseTransparent(true);
        var lost = text.getStyleClass().contains("mark-lost");
        back.getStyleClass().setAll("mark-back", lost ? "mark-back-lost" : "mark-back-found");
        backs.put(text, back);
      }
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    backs.forEach((text, back) -> {
      var bounds = text.getBoundsInParent();
      back.setVisible(bounds.getHeight() < 2 * text.getFont().getSize());
      back.setX(bounds.getMinX() - 1);
      back.setY(bounds.getMinY());
      back.setWidth(bounds.getWidth() + 2);
      back.setHeight(bounds.getHeight());
    });
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
