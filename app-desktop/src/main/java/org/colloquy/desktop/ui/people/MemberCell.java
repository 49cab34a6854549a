package org.colloquy.desktop.ui.people;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.colloquy.desktop.client.AccountEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.jspecify.annotations.Nullable;

/// A member of a group, and a button that lets them go.
final class MemberCell extends ListCell<AccountEntry> {
  private final Label name = new Label();
  private final IconButton leave = new IconButton(Icon.CLOSE, Text.of("people.group.leave"));
  private final HBox line = new HBox(name, leave);

  MemberCell(GroupsViewModel model) {
    getStyleClass().add("panel-cell");
    line.getStyleClass().add("panel-line");
    leave.getStyleClass().add("member-leave");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    leave.setOnAction(_ -> model.leave(getItem()));
  }

  @Override
  protected void updateItem(@Nullable AccountEntry account, boolean empty) {
    super.updateItem(account, empty);
    if (empty || account == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(account.username());
    leave.setAccessibleText(Text.of("people.group.leave") + ": " + account.username());
    setAccessibleText(account.username());
    setGraphic(line);
  }
}
