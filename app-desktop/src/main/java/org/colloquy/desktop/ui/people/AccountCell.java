package org.colloquy.desktop.ui.people;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.AccountEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.AccountWords;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.model.AccountRole;
import org.jspecify.annotations.Nullable;

/// Somebody in the list, with what they may do, and buttons that shut them out or let them in, help
/// them to a new password, and remove them.
final class AccountCell extends ListCell<AccountEntry> {
  private final Label name = new Label();
  private final Label note = new Label();
  private final MenuButton role = new MenuButton();
  private final Button reset = new Button(Text.of("people.code"));
  private final Button turn = new Button();
  private final IconButton remove = new IconButton(Icon.TRASH, Text.of("people.remove"));
  private final HBox line;

  AccountCell(AccountsViewModel model) {
    getStyleClass().add("panel-cell");
    name.getStyleClass().add("strong");
    note.getStyleClass().add("hint");
    role.getStyleClass().addAll("small", "account-role");
    turn.getStyleClass().addAll("small", "account-turn");
    role.setMinWidth(Region.USE_PREF_SIZE);
    reset.getStyleClass().addAll("small", "account-reset");
    remove.getStyleClass().add("account-remove");
    turn.setMinWidth(Region.USE_PREF_SIZE);
    reset.setMinWidth(Region.USE_PREF_SIZE);
    for (var each : AccountRole.values()) {
      var item = new MenuItem(AccountWords.role(each));
      item.setOnAction(_ -> model.make(getItem(), each));
      role.getItems().add(item);
    }
    turn.setOnAction(_ -> model.turn(getItem()));
    reset.setOnAction(_ -> model.makeCode(getItem()));
    remove.setOnAction(_ -> model.doubt(getItem()));
    var text = new VBox(name, note);
    HBox.setHgrow(text, Priority.ALWAYS);
    line = new HBox(text, role, reset, turn, remove);
    line.getStyleClass().add("panel-line");
  }

  @Override
  protected void updateItem(@Nullable AccountEntry account, boolean empty) {
    super.updateItem(account, empty);
    if (empty || account == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var since = AccountWords.date(account.joinedAt());
    name.setText(account.username());
    note.setText(Text.of(account.disabled() ? "people.out" : "people.since", since));
    role.setText(AccountWords.role(account.role()));
    role.setAccessibleText(Text.of("people.role", account.username()) + ": " + role.getText());
    turn.setText(Text.of(account.disabled() ? "people.let-in" : "people.shut-out"));
    reset.setAccessibleText(reset.getText() + ": " + account.username());
    remove.setAccessibleText(Text.of("people.remove") + ": " + account.username());
    turn.setAccessibleText(turn.getText() + ": " + account.username());
    setAccessibleText(name.getText() + ", " + role.getText() + ", " + note.getText());
    setGraphic(line);
  }
}
