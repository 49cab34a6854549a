package org.colloquy.desktop.ui.chat;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.SelectableText;

/// A text behind its title, shown with a click.
final class FoldedText extends VBox {
  private final Button title = new Button();
  private final javafx.scene.text.Text words = new javafx.scene.text.Text();
  private final SelectableText text = new SelectableText(words);

  FoldedText() {
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
  void show(String name, String content) {
    setVisible(!content.isBlank());
    title.setText(name);
    if (!content.contentEquals(words.getText())) {
      words.setText(content);
    }
  }
}
