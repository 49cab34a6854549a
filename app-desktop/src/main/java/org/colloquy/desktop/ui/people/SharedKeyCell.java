package org.colloquy.desktop.ui.people;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.people.SharedKeysViewModel.Row;
import org.jspecify.annotations.Nullable;

/// A key in the list, with whom it is shared, and for one's own a button that says otherwise.
final class SharedKeyCell extends ListCell<Row> {
  private final SharedKeysViewModel model;
  private final Label title = new Label();
  private final Label note = new Label();
  private final MenuButton choice = new MenuButton();
  private final HBox line;

  SharedKeyCell(SharedKeysViewModel model) {
    this.model = model;
    getStyleClass().add("panel-cell");
    title.getStyleClass().add("strong");
    note.getStyleClass().add("hint");
    choice.getStyleClass().addAll("small", "key-sharing");
    choice.setMinWidth(Region.USE_PREF_SIZE);
    Hiding.whole(choice);
    var text = new VBox(title, note);
    HBox.setHgrow(text, Priority.ALWAYS);
    line = new HBox(Icon.KEY.node(), text, choice);
    line.getStyleClass().add("panel-line");
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var with = model.words(row.sharing());
    title.setText(row.title());
    note.setText(
        row.owner().isEmpty()
            ? Text.of(row.sharing().shared() ? "people.keys.with" : "people.keys.own", with)
            : Text.of("people.keys.by", row.owner(), with));
    choice.setVisible(row.owner().isEmpty());
    choice.setText(with);
    choice.setAccessibleText(Text.of("people.keys.choose", row.title()) + ": " + with);
    choice.getItems().clear();
    for (var each : model.choices()) {
      var item = new MenuItem(model.words(each));
      item.setOnAction(_ -> model.share(row, each));
      choice.getItems().add(item);
    }
    setAccessibleText(title.getText() + ", " + note.getText());
    setGraphic(line);
  }
}
