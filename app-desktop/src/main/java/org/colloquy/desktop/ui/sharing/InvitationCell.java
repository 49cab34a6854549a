package org.colloquy.desktop.ui.sharing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.InvitationEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.model.AccountRole;
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
    role.setText(role(invitation.role()));
    var used = invitation.usedAt();
    note.setText(
        used == null
            ? Text.of("sharing.until", date(invitation.expiresAt()))
            : Text.of("sharing.used", date(used)));
    setAccessibleText(role.getText() + ", " + note.getText());
    setGraphic(line);
  }

  static String role(AccountRole role) {
    return switch (role) {
      case OWNER -> Text.of("sharing.role.owner");
      case MEMBER -> Text.of("sharing.role.member");
      case GUEST -> Text.of("sharing.role.guest");
    };
  }

  static String date(Instant time) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withZone(ZoneId.systemDefault())
        .format(time);
  }
}
