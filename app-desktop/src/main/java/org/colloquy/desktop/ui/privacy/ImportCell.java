package org.colloquy.desktop.ui.privacy;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.ImportReport;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// One conversation of a file.
final class ImportCell extends ListCell<ImportReport.Item> {
  private final Label title = new Label();
  private final Label about = new Label();
  private final VBox words = new VBox(title, about);

  ImportCell() {
    getStyleClass().add("panel-cell");
    setPrefWidth(0);
    title.getStyleClass().add("strong");
    about.getStyleClass().add("hint");
    about.setWrapText(true);
  }

  @Override
  protected void updateItem(ImportReport.@Nullable Item item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    title.setText(item.title().isBlank() ? Text.of("history.untitled") : item.title());
    about.setText(about(item));
    setAccessibleText(title.getText() + ", " + about.getText());
    setGraphic(words);
  }

  private static String about(ImportReport.Item item) {
    var outcome =
        switch (item.outcome()) {
          case "new" -> Text.of("privacy.import.new");
          case "added" -> Text.of("privacy.import.added");
          case "known" -> Text.of("privacy.import.known");
          default -> item.why();
        };
    return item.outcome().equals("refused")
        ? item.origin() + " · " + outcome
        : Text.of("privacy.import.row", item.origin(), item.messages(), outcome);
  }
}
