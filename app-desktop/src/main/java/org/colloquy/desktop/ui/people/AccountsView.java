package org.colloquy.desktop.ui.people;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.AccountEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.AccountWords;
import org.colloquy.desktop.ui.parts.CopyButton;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.people.AccountsViewModel.MadeCode;
import org.jspecify.annotations.Nullable;

/// The page with everybody who has an account on the server.
public final class AccountsView {
  private final AccountsViewModel model;
  private final Runnable invite;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ListView<AccountEntry> peopleList;
  @FXML private VBox codeBox;
  @FXML private Label codeOf;
  @FXML private HBox codeLine;
  @FXML private TextField resetCode;
  @FXML private HBox confirm;
  @FXML private Label confirmText;
  @FXML private StackPane failure;

  /// The page of this model.
  ///
  /// @param invite shows where people are invited
  public AccountsView(AccountsViewModel model, Runnable invite) {
    this.model = model;
    this.invite = invite;
  }

  @FXML
  private void initialize() {
    Hiding.whole(codeBox, confirm, failure);
    peopleList.setItems(model.accounts());
    peopleList.setCellFactory(_ -> new AccountCell(model));
    peopleList.setPlaceholder(new Label(Text.of("people.none")));
    codeLine.getChildren().add(new CopyButton(Text.of("people.code.copy"), resetCode::getText));
    bonds =
        Subscription.combine(
            model.code().subscribe(this::showCode),
            model.doubted().subscribe(this::showDoubt),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  private void showCode(@Nullable MadeCode made) {
    codeBox.setVisible(made != null);
    resetCode.setText(made == null ? "" : made.code().code());
    if (made != null) {
      var until = AccountWords.date(made.code().goodUntil());
      codeOf.setText(Text.of("people.code.made", made.account().username(), until));
      resetCode.requestFocus();
    }
  }

  private void showDoubt(@Nullable AccountEntry account) {
    confirm.setVisible(account != null);
    if (account != null) {
      confirmText.setText(Text.of("people.confirm", account.username()));
    }
  }

  void open() {
    model.open();
    peopleList.requestFocus();
  }

  @FXML
  private void invite() {
    invite.run();
  }

  @FXML
  private void keepDoubted() {
    model.keepDoubted();
  }

  @FXML
  private void removeDoubted() {
    model.removeDoubted();
  }

  void close() {
    bonds.unsubscribe();
  }
}
