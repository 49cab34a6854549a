package org.colloquy.desktop.ui.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Text in several styles that can be selected with the mouse and copied: drag, double click for a
/// word, triple click for everything.
public final class SelectableText extends TextFlow {
  private static final double ROUND = 8;

  /// Stands for something drawn.
  public static final String DRAWN = "\ufffc";

  private final Ground highlight = new Ground("selection");
  private final Map<Text, Rectangle> backs = new LinkedHashMap<>();
  private final Ground found = new Ground("found");
  private final Ground shown = new Ground("found-now");
  private List<Finding.Stretch> foundHere = List.of();
  private int shownHere = -1;
  private Supplier<String> whole = this::letters;
  private Runnable unfold = () -> {};
  private int anchor;
  private int caret;
  private boolean shared;

  public SelectableText(Text... texts) {
    getStyleClass().add("selectable");
    setCursor(Cursor.TEXT);
    setAccessibleRole(AccessibleRole.TEXT);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty().addListener((_, _, focused) -> forget(focused));
    widthProperty()
        .addListener((_, _, _) -> {
          paint();
          paintFound();
        });
    show(List.of(texts));
  }

  /// Its words and what is drawn between them, in order.
  public List<Node> parts() {
    return getManagedChildren();
  }

  public List<Text> texts() {
    return parts().stream().filter(Text.class::isInstance).map(Text.class::cast).toList();
  }

  /// Shows these.
  ///
  /// @param parts each a [Text] or an [Inset]
  public void show(List<? extends Node> parts) {
    if (!parts.equals(parts())) {
      var same = backs.isEmpty() ? alike(parts) : 0;
      var first = getChildren().size() - parts().size();
      getChildren().remove(first + same, getChildren().size());
      getChildren().removeAll(backs.values());
      var grounds = first - backs.size();
      layBehind(parts);
      getChildren().addAll(grounds, backs.values());
      getChildren().addAll(parts.subList(same, parts.size()));
    }
    setAccessibleText(content());
    paintFound();
  }

  /// Shows these, from the side from which their words are read.
  ///
  /// @param parts each a [Text] or an [Inset]
  public void showDirected(List<? extends Node> parts) {
    show(parts);
    setNodeOrientation(Direction.of(letters()));
    paintFound();
  }

  /// How many of the first parts can stay.
  private int alike(List<? extends Node> parts) {
    var shown = parts();
    var same = 0;
    while (same < Math.min(shown.size(), parts.size()) && shown.get(same).equals(parts.get(same))) {
      same++;
    }
    return same;
  }

  /// What is a mark gets a ground of its own.
  private void layBehind(List<? extends Node> parts) {
    backs.clear();
    for (var part : parts) {
      if (part instanceof Text text && text.getStyleClass().contains("mark")) {
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
    return between(0, length());
  }

  public String selected() {
    return between(Math.min(anchor, caret), Math.max(anchor, caret));
  }

  /// What is copied of a stretch, in which what is drawn counts as one letter.
  private String between(int from, int to) {
    var copied = new StringBuilder();
    var at = 0;
    for (var part : parts()) {
      var letters = letters(part);
      var begin = Math.clamp(from - at, 0, letters.length());
      var end = Math.clamp(to - at, begin, letters.length());
      if (part instanceof Inset inset) {
        copied.append(begin < end ? inset.copied() : "");
      } else {
        copied.append(letters, begin, end);
      }
      at += letters.length();
    }
    return copied.toString();
  }

  /// What it shows, with one letter for each thing that is drawn.
  public String letters() {
    return parts().stream().map(SelectableText::letters).collect(Collectors.joining());
  }

  private static String letters(Node part) {
    return part instanceof Text text ? text.getText() : DRAWN;
  }

  /// From now on what is selected here belongs to a selection that goes over several texts, which
  /// says how long it lasts.
  void share() {
    shared = true;
  }

  /// How many letters it has, each thing that is drawn as one.
  int length() {
    return letters().length();
  }

  /// The place in the text that is nearest to this one on the screen.
  int placeAt(double sceneX, double sceneY) {
    return getHitInfo(sceneToLocal(sceneX, sceneY)).getInsertionIndex();
  }

  public void select(int from, int to) {
    if (from == anchor && to == caret) {
      return;
    }
    anchor = from;
    caret = to;
    paint();
  }

  /// Says that it shows only the beginning of something.
  ///
  /// @param all what it would show
  /// @param show shows it
  public void folds(Supplier<String> all, Runnable show) {
    whole = all;
    unfold = show;
  }

  /// Marks where these words stand.
  ///
  /// @param now which of those places is the one that is looked at; another number for none
  /// @return how many there are, also in what is folded away
  public int find(String words, int now) {
    foundHere = Finding.in(whole.get(), words);
    shownHere = now;
    if (now >= 0 && now < foundHere.size() && foundHere.get(now).to() > length()) {
      unfold.run();
    }
    paintFound();
    return foundHere.size();
  }

  /// The place that is looked at.
  public Node foundNow() {
    return shown;
  }

  private void paintFound() {
    var others = new ArrayList<PathElement>();
    var now = new ArrayList<PathElement>();
    for (var i = 0; i < foundHere.size(); i++) {
      var one = foundHere.get(i);
      if (one.to() <= length()) {
        (i == shownHere ? now : others).addAll(Direction.shape(this, one.from(), one.to()));
      }
    }
    found.draw(others, getChildren());
    shown.draw(now, getChildren());
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
      default -> select(0, length());
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
      select(0, length());
      event.consume();
    }
  }

  private int index(MouseEvent event) {
    return getHitInfo(new Point2D(event.getX(), event.getY())).getInsertionIndex();
  }

  private void selectWord(int index) {
    var all = letters();
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
    if (!focused && !shared) {
      select(0, 0);
    }
  }

  private void paint() {
    highlight.draw(
        anchor == caret
            ? List.of()
            : Direction.shape(this, Math.min(anchor, caret), Math.max(anchor, caret)),
        getChildren());
  }
}
