package org.colloquy.desktop.ui.prompts;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.PromptEntry;
import org.jspecify.annotations.Nullable;

/// A prompt in the list.
final class PromptCell extends ListCell<PromptEntry> {
  private final Label title = new Label();
  private final Label tags = new Label();
  private final VBox lines = new VBox(title, tags);

  PromptCell() {
    getStyleClass().add("panel-cell");
    title.getStyleClass().add("strong");
    tags.getStyleClass().add("hint");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable PromptEntry prompt, boolean empty) {
    super.updateItem(prompt, empty);
    if (empty || prompt == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var text = prompt.text();
    title.setText(text.title());
    tags.setText(
        text.tags().isEmpty()
            ? text.content().strip().lines().findFirst().orElse("")
            : String.join(", ", text.tags()));
    setAccessibleText(title.getText() + ", " + tags.getText());
    setGraphic(lines);
  }
}
