package org.colloquy.desktop.ui.files;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.FileEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FileIcon;
import org.colloquy.desktop.ui.parts.FileNote;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.jspecify.annotations.Nullable;

/// A file in the list, with buttons to open, save and remove it.
final class FileCell extends ListCell<FileEntry> {
  private final FilesViewModel model;
  private final StackPane icon = new StackPane();
  private final Label name = new Label();
  private final Label note = new Label();
  private final IconButton open = new IconButton(Icon.EYE, Text.of("files.open"));
  private final IconButton save = new IconButton(Icon.SAVE, Text.of("files.save"));
  private final IconButton again = new IconButton(Icon.RETRY, Text.of("files.again"));
  private final HBox buttons;
  private final HBox question;
  private final VBox whole;

  FileCell(FilesViewModel model, SaveDialog saveDialog) {
    this.model = model;
    getStyleClass().add("panel-cell");
    setPrefWidth(0);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    note.getStyleClass().add("hint");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    var words = new VBox(name, note);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    again.setOnAction(_ -> model.readAgain(getItem()));
    open.setOnAction(_ -> model.open(getItem()));
    save.setOnAction(_ -> {
      var to = saveDialog.ask(getItem().name());
      if (to != null) {
        model.save(getItem(), to);
      }
    });
    var remove = new IconButton(Icon.TRASH, Text.of("files.remove"));
    remove.setOnAction(_ -> ask(true));
    buttons = new HBox(again, open, save, remove);
    question = question();
    Hiding.whole(again, open, save, question);
    var line = new HBox(icon, words, buttons);
    line.getStyleClass().add("panel-line");
    whole = new VBox(line, question);
  }

  private HBox question() {
    var sure = new Label(Text.of("files.sure"));
    sure.setMinWidth(0);
    HBox.setHgrow(sure, Priority.ALWAYS);
    sure.setMaxWidth(Double.MAX_VALUE);
    var keep = new Button(Text.of("files.sure.keep"));
    keep.getStyleClass().addAll("flat", "small");
    keep.setOnAction(_ -> ask(false));
    var remove = new Button(Text.of("files.sure.remove"));
    remove.getStyleClass().addAll("danger", "small");
    remove.setOnAction(_ -> model.remove(getItem()));
    var asked = new HBox(sure, keep, remove);
    asked.getStyleClass().add("panel-line");
    return asked;
  }

  private void ask(boolean now) {
    question.setVisible(now);
    buttons.setVisible(!now);
  }

  @Override
  protected void updateItem(@Nullable FileEntry file, boolean empty) {
    super.updateItem(file, empty);
    if (empty || file == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    ask(false);
    icon.getChildren().setAll(FileIcon.of(file.name()).node());
    name.setText(file.name());
    note.setText(FileNote.of(file));
    again.setVisible(file.reading().failed());
    open.setVisible(model.opens(file));
    save.setVisible(file.size() >= 0);
    setAccessibleText(name.getText() + ", " + note.getText());
    setGraphic(whole);
  }
}
