package org.colloquy.desktop.ui.people;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.AccountEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;

/// The dialog with everybody who has an account on the server.
public final class PeopleView implements DialogView {
  private final PeopleViewModel model;
  private final Runnable invite;
  private final Runnable done;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ListView<AccountEntry> peopleList;
  @FXML private StackPane failure;

  /// The dialog of this model.
  ///
  /// @param invite shows where people are invited
  /// @param done closes the dialog
  public PeopleView(PeopleViewModel model, Runnable invite, Runnable done) {
    this.model = model;
    this.invite = invite;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure);
    peopleList.setItems(model.accounts());
    peopleList.setCellFactory(_ -> new AccountCell(model));
    peopleList.setPlaceholder(new Label(Text.of("people.none")));
    bonds = model.failure().subscribe(why -> FailureCard.show(failure, why));
  }

  @Override
  public void open() {
    model.open();
    peopleList.requestFocus();
  }

  @FXML
  private void invite() {
    invite.run();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
  }
}
