package org.colloquy.desktop.ui.sharing;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.InvitationEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.AccountWords;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.jspecify.annotations.Nullable;

/// An invitation in the list, and a button that takes it back.
final class InvitationCell extends ListCell<InvitationEntry> {
  private final Label role = new Label();
  private final Label note = new Label();
  private final IconButton withdraw = new IconButton(Icon.TRASH, Text.of("sharing.withdraw"));
  private final HBox line;

  InvitationCell(SharingViewModel model) {
    getStyleClass().add("panel-cell");
    role.getStyleClass().add("strong");
    note.getStyleClass().add("hint");
    var text = new VBox(role, note);
    HBox.setHgrow(text, Priority.ALWAYS);
    line = new HBox(text, withdraw);
    line.getStyleClass().add("panel-line");
    withdraw.setOnAction(_ -> model.withdraw(getItem()));
  }

  @Override
  protected void updateItem(@Nullable InvitationEntry invitation, boolean empty) {
    super.updateItem(invitation, empty);
    if (empty || invitation == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    role.setText(AccountWords.role(invitation.role()));
    var used = invitation.usedAt();
    note.setText(
        used == null
            ? Text.of("sharing.until", AccountWords.date(invitation.expiresAt()))
            : Text.of("sharing.used", AccountWords.date(used)));
    setAccessibleText(role.getText() + ", " + note.getText());
    setGraphic(line);
  }
}
