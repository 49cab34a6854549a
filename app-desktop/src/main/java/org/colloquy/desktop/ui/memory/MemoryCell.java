package org.colloquy.desktop.ui.memory;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.MemoryEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.jspecify.annotations.Nullable;

/// A memory in the list, with buttons to change and to forget it.
final class MemoryCell extends ListCell<MemoryEntry> {
  private final Label text = new Label();
  private final Label note = new Label();
  private final HBox line;

  MemoryCell(MemoryViewModel model) {
    getStyleClass().add("panel-cell");
    setPrefWidth(0);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    note.getStyleClass().add("hint");
    var words = new VBox(text, note);
    HBox.setHgrow(words, Priority.ALWAYS);
    var change = new IconButton(Icon.PENCIL, Text.of("memory.change"));
    change.setOnAction(_ -> model.change(getItem()));
    var remove = new IconButton(Icon.TRASH, Text.of("memory.remove"));
    remove.setOnAction(_ -> model.remove(getItem()));
    line = new HBox(words, change, remove);
    line.getStyleClass().add("panel-line");
  }

  @Override
  protected void updateItem(@Nullable MemoryEntry memory, boolean empty) {
    super.updateItem(memory, empty);
    if (empty || memory == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    text.setText(memory.text());
    note.setText(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault())
            .format(memory.changedAt()));
    setAccessibleText(text.getText() + ", " + note.getText());
    setGraphic(line);
  }
}
