package org.colloquy.desktop.ui.keys;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.model.KeyId;

/// A key in the list: its name, its provider, its end, and a button that deletes it.
final class KeyCell extends ListCell<KeyRow> {
  private final Label name = new Label();
  private final Label note = new Label();
  private final IconButton remove = new IconButton(Icon.TRASH, Text.of("keys.remove"));
  private final IconButton usage = new IconButton(Icon.CHART, Text.of("keys.usage.one"));
  private final HBox box;

  /// @param showUsage shows what this key was used for
  KeyCell(KeysViewModel model, Consumer<KeyId> showUsage) {
    getStyleClass().add("key-cell");
    name.getStyleClass().add("strong");
    note.getStyleClass().add("hint");
    var text = new VBox(name, note);
    HBox.setHgrow(text, Priority.ALWAYS);
    box = new HBox(Icon.KEY.node(), text, usage, remove);
    box.getStyleClass().add("panel-line");
    usage.getStyleClass().add("key-usage");
    usage.setOnAction(_ -> {
      var key = getItem().key();
      if (key != null) {
        showUsage.accept(key.id());
      }
    });
    remove.getStyleClass().add("key-remove");
    remove.setOnAction(_ -> model.doubt(getItem()));
  }

  static String name(KeyRow row) {
    return row.key() == null ? row.provider().name() : row.key().nickname();
  }

  @Override
  protected void updateItem(KeyRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(name(row));
    note.setText(note(row));
    usage.setVisible(row.key() != null);
    setAccessibleText(name.getText() + ", " + note.getText());
    setGraphic(box);
  }

  private static String note(KeyRow row) {
    var key = row.key();
    if (key == null) {
      return Text.of("keys.row.without", row.provider().host(), row.provider().models().size());
    }
    var added =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault())
            .format(key.createdAt());
    return Text.of(
        "keys.row", row.provider().name(), key.lastFour(), added, row.provider().models().size());
  }
}
