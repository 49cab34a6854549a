package org.colloquy.desktop.ui.people;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.GroupEntry;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// A group in the list, and how many are in it.
final class GroupCell extends ListCell<GroupEntry> {
  private final Label name = new Label();
  private final Label note = new Label();
  private final VBox box = new VBox(name, note);

  GroupCell() {
    getStyleClass().add("panel-cell");
    name.getStyleClass().add("strong");
    note.getStyleClass().add("hint");
  }

  @Override
  protected void updateItem(@Nullable GroupEntry group, boolean empty) {
    super.updateItem(group, empty);
    if (empty || group == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(group.name());
    note.setText(Text.of("people.group.members", group.members().size()));
    setAccessibleText(name.getText() + ", " + note.getText());
    setGraphic(box);
  }
}
