package org.colloquy.desktop.ui.activity;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.ActivityEntry;
import org.jspecify.annotations.Nullable;

/// A line of the running table.
final class ActivityCell extends ListCell<ActivityEntry> {
  private final Label detail = new Label();
  private final Label at = new Label();
  private final VBox words;

  ActivityCell() {
    getStyleClass().add("panel-cell");
    setPrefWidth(0);
    detail.setWrapText(true);
    detail.setMinHeight(Region.USE_PREF_SIZE);
    at.getStyleClass().add("hint");
    words = new VBox(detail, at);
  }

  @Override
  protected void updateItem(@Nullable ActivityEntry line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    detail.setText(line.detail());
    at.setText(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault())
            .format(line.at()));
    setAccessibleText(detail.getText() + ", " + at.getText());
    setGraphic(words);
  }
}
