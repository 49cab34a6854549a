package org.colloquy.desktop.ui.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.AuditEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.AuditActions;
import org.colloquy.desktop.ui.parts.AuditCell;
import org.colloquy.desktop.ui.parts.AuditWords;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Named;
import org.jspecify.annotations.Nullable;

/// The page with what everybody did.
public final class PeopleLogView {
  private final PeopleLogViewModel model;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ChoiceBox<@Nullable UUID> logPerson;
  @FXML private ComboBox<String> logAction;
  @FXML private ListView<AuditEntry> logList;
  @FXML private Button logOlder;
  @FXML private HBox logBusy;
  @FXML private Label logFound;
  @FXML private Button logCheck;
  @FXML private StackPane logFailure;
  @FXML private StackPane logUncheckable;

  public PeopleLogView(PeopleLogViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(logBusy, logFound, logOlder, logCheck, logFailure, logUncheckable);
    logPerson.setConverter(new Named<>(model::name, Text.of("people.everybody")));
    logPerson.setItems(model.people());
    logPerson.valueProperty().bindBidirectional(model.person());
    var actions = new ArrayList<>(List.of(""));
    actions.addAll(AuditActions.ALL);
    logAction.getItems().setAll(actions);
    logAction.setConverter(new Named<>(PeopleLogView::action));
    logAction.valueProperty().bindBidirectional(model.action());
    logList.setItems(model.entries());
    logList.setCellFactory(_ -> new AuditCell(model::who));
    var none = new Label(Text.of("people.log.none"));
    none.setWrapText(true);
    logList.setPlaceholder(none);
    bonds =
        Subscription.combine(
            model.person().subscribe((_, _) -> model.load()),
            model.action().subscribe((_, _) -> model.load()),
            model.uncheckable().subscribe(why -> FailureCard.show(logUncheckable, why)),
            model.more().subscribe(logOlder::setVisible),
            model.busy().subscribe(this::showBusy),
            model.check().subscribe(check -> AuditWords.show(logFound, check)),
            model.failure().subscribe(why -> FailureCard.show(logFailure, why)));
  }

  private static String action(String word) {
    return word.isEmpty() ? Text.of("people.log.everything") : AuditActions.words(word);
  }

  private void showBusy(boolean busy) {
    logBusy.setVisible(busy);
    logFound.setVisible(!busy);
    logCheck.setVisible(!busy);
  }

  void open() {
    model.open();
    logPerson.requestFocus();
  }

  @FXML
  private void older() {
    model.older();
  }

  @FXML
  private void check() {
    model.checkNow();
    logList.requestFocus();
  }

  @FXML
  private void stop() {
    model.stop();
    logCheck.requestFocus();
  }

  void close() {
    bonds.unsubscribe();
    logPerson.valueProperty().unbindBidirectional(model.person());
    logAction.valueProperty().unbindBidirectional(model.action());
  }
}
