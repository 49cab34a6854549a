package org.colloquy.desktop.ui.privacy;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.TokenEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.jspecify.annotations.Nullable;

/// A program in the list, and a button that shuts it out.
final class TokenCell extends ListCell<TokenEntry> {
  private final Label name = new Label();
  private final Label note = new Label();
  private final IconButton remove = new IconButton(Icon.TRASH, Text.of("privacy.programs.remove"));
  private final HBox line;

  TokenCell(ProgramsViewModel model) {
    getStyleClass().addAll("panel-cell", "privacy-cell");
    name.getStyleClass().add("strong");
    note.getStyleClass().add("hint");
    var text = new VBox(name, note);
    HBox.setHgrow(text, Priority.ALWAYS);
    line = new HBox(text, remove);
    line.getStyleClass().add("panel-line");
    remove.setOnAction(_ -> model.remove(getItem()));
  }

  @Override
  protected void updateItem(@Nullable TokenEntry token, boolean empty) {
    super.updateItem(token, empty);
    if (empty || token == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var until =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault())
            .format(token.expiresAt());
    name.setText(token.name());
    note.setText(
        Text.of(
            "privacy.programs.row", token.lastFour(), String.join(", ", token.scopes()), until));
    setAccessibleText(name.getText() + ", " + note.getText());
    setGraphic(line);
  }
}
