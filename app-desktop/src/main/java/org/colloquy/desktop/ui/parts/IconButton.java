package org.colloquy.desktop.ui.parts;

import javafx.beans.NamedArg;
import javafx.scene.control.Button;

/// A button with a drawing instead of words; the words are its tooltip and its accessible text.
public final class IconButton extends Button {
  public IconButton(@NamedArg("icon") Icon icon, @NamedArg("name") String name) {
    getStyleClass().addAll("flat", "quiet");
    setGraphic(icon.node());
    rename(name);
    Tips.show(this);
  }

  public void rename(String name) {
    setAccessibleText(name);
  }

  public void draw(Icon icon) {
    setGraphic(icon.node());
  }
}
