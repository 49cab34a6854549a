package org.colloquy.desktop.ui.parts.sources;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A source in a list: its number, title, words, and whether they stand there. Where there is a
/// page, it can be followed with the mouse or the keyboard.
final class SourceRow extends VBox {
  private final Runnable open;

  SourceRow(SourceLine line, Runnable open) {
    this.open = line.opens() ? open : () -> {};
    getStyleClass().add("source-row");
    var title = line.number() == 0 ? line.title() : "[" + line.number() + "] " + line.title();
    add(line.lost() ? "⚠ " + title : title, line.lost() ? "source-lost" : "source-title");
    if (line.lost()) {
      add(SourceWords.state(line), "source-lost");
    }
    if (!line.words().isEmpty()) {
      add("“" + line.words() + "”", "hint");
    }
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(SourceWords.name(line) + ". " + line.words());
    setFocusTraversable(line.opens());
    if (line.opens()) {
      getStyleClass().add("source-opens");
    }
    setOnMouseClicked(_ -> this.open.run());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void add(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    getChildren().add(label);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      open.run();
      event.consume();
    }
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      open.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
