package org.colloquy.desktop.ui.usage;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.UsageEntry;
import org.jspecify.annotations.Nullable;

/// One sum in the list.
final class UsageCell extends ListCell<UsageEntry> {
  private final Label title = new Label();
  private final Label tokens = new Label();
  private final Label cost = new Label();
  private final HBox line;

  UsageCell() {
    getStyleClass().add("panel-cell");
    setPrefWidth(0);
    title.getStyleClass().add("strong");
    tokens.getStyleClass().add("hint");
    cost.setMinWidth(Region.USE_PREF_SIZE);
    var words = new VBox(title, tokens);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(words, cost);
    line.getStyleClass().add("panel-line");
  }

  @Override
  protected void updateItem(@Nullable UsageEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    title.setText(UsageWords.title(entry));
    tokens.setText(UsageWords.tokens(entry));
    cost.setText(UsageWords.cost(entry));
    setAccessibleText(title.getText() + ", " + tokens.getText() + ", " + cost.getText());
    setGraphic(line);
  }
}
