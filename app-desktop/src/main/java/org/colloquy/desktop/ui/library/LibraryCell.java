package org.colloquy.desktop.ui.library;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.LibraryEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FileIcon;
import org.colloquy.desktop.ui.parts.FileNote;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.jspecify.annotations.Nullable;

/// A file in the list, with buttons to use it and to go to where it is.
final class LibraryCell extends ListCell<LibraryEntry> {
  private final StackPane icon = new StackPane();
  private final Label name = new Label();
  private final Label note = new Label();
  private final HBox line;

  LibraryCell(LibraryViewModel model) {
    getStyleClass().add("panel-cell");
    setPrefWidth(0);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    note.getStyleClass().add("hint");
    var words = new VBox(name, note);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var attach = new IconButton(Icon.CLIP, Text.of("library.attach"));
    attach.setOnAction(_ -> model.attach(getItem()));
    var go = new IconButton(Icon.RIGHT, Text.of("library.go"));
    go.setOnAction(_ -> model.go(getItem()));
    line = new HBox(icon, words, attach, go);
    line.getStyleClass().add("panel-line");
  }

  @Override
  protected void updateItem(@Nullable LibraryEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var file = entry.file();
    icon.getChildren().setAll(FileIcon.of(file.name()).node());
    name.setText(file.name());
    var day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault())
            .format(file.createdAt());
    note.setText(
        Stream.of(FileNote.of(file), entry.title(), day)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(" · ")));
    setAccessibleText(name.getText() + ", " + note.getText());
    setGraphic(line);
  }
}
