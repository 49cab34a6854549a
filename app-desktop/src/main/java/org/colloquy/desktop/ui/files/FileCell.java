package org.colloquy.desktop.ui.files;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.FileEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.Sizes;
import org.jspecify.annotations.Nullable;

/// A file in the list.
final class FileCell extends ListCell<FileEntry> {
  private final Label name = new Label();
  private final Label note = new Label();
  private final HBox line;

  FileCell() {
    getStyleClass().add("panel-cell");
    setPrefWidth(0);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    note.getStyleClass().add("hint");
    var words = new VBox(name, note);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(Icon.PAPER.node(), words);
    line.getStyleClass().add("panel-line");
  }

  @Override
  protected void updateItem(@Nullable FileEntry file, boolean empty) {
    super.updateItem(file, empty);
    if (empty || file == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(file.name());
    note.setText(file.size() < 0 ? Text.of("files.elsewhere") : Sizes.of(file.size()));
    setAccessibleText(name.getText() + ", " + note.getText());
    setGraphic(line);
  }
}
