package org.colloquy.desktop.ui.bibliography;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.ReferenceEntry.Origin;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// A publication in the list.
final class ReferenceCell extends ListCell<ReferenceRow> {
  private final Label title = new Label();
  private final Label who = new Label();
  private final Label origin = new Label();
  private final VBox lines = new VBox(title, who, origin);

  ReferenceCell() {
    getStyleClass().add("panel-cell");
    setPrefWidth(0);
    title.getStyleClass().add("strong");
    for (var label : new Label[] {who, origin}) {
      label.getStyleClass().add("hint");
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      label.managedProperty().bind(label.visibleProperty());
    }
  }

  @Override
  protected void updateItem(@Nullable ReferenceRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    title.setText(row.title());
    who.setText(row.who());
    who.setVisible(!row.who().isEmpty());
    origin.setText(origin(row.entry().origin()));
    setAccessibleText(title.getText() + ", " + who.getText() + ", " + origin.getText());
    setGraphic(lines);
  }

  private static String origin(Origin origin) {
    return switch (origin) {
      case NOBODY -> Text.of("bibliography.origin.nobody");
      case FOUND -> Text.of("bibliography.origin.found");
      case LISTED -> Text.of("bibliography.origin.listed");
      case LOOKED_UP -> Text.of("bibliography.origin.looked-up");
      case PERSON -> Text.of("bibliography.origin.person");
    };
  }
}
