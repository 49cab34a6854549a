package org.colloquy.desktop.ui.parts;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// A text behind its title, shown with a click.
public final class FoldedText extends VBox {
  private final Button title = new Button();
  private final javafx.scene.text.Text words = new javafx.scene.text.Text();
  private final SelectableText text = new SelectableText(words);

  public FoldedText() {
    getChildren().addAll(title, text);
    title.getStyleClass().addAll("flat", "small", "thoughts");
    title.setOnAction(_ -> fold(!text.isVisible()));
    text.getStyleClass().add("thought");
    Hiding.whole(text);
    fold(false);
  }

  private void fold(boolean open) {
    text.setVisible(open);
    title.setGraphic((open ? Icon.DOWN : Icon.RIGHT).node());
  }

  /// Shows itself if there is a text.
  public void show(String name, String content) {
    setVisible(!content.isBlank());
    title.setText(name);
    if (!content.contentEquals(words.getText())) {
      words.setText(content);
    }
  }
}
