package org.colloquy.desktop.ui.privacy;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.TokenEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.CopyButton;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;

/// The page with the programs that may use the account.
public final class ProgramsView {
  private final ProgramsViewModel model;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ListView<TokenEntry> list;
  @FXML private TextField name;
  @FXML private CheckBox mayWrite;
  @FXML private CheckBox mayManageKeys;
  @FXML private Button add;
  @FXML private VBox madeBox;
  @FXML private HBox madeLine;
  @FXML private TextField made;
  @FXML private StackPane failure;

  public ProgramsView(ProgramsViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(madeBox, failure);
    list.setItems(model.tokens());
    list.setCellFactory(_ -> new TokenCell(model));
    list.setPlaceholder(new Label(Text.of("privacy.programs.none")));
    name.textProperty().bindBidirectional(model.name());
    name.setOnAction(_ -> model.add());
    mayWrite.selectedProperty().bindBidirectional(model.mayWrite());
    mayManageKeys.selectedProperty().bindBidirectional(model.mayManageKeys());
    madeLine.getChildren().add(new CopyButton(Text.of("privacy.programs.copy"), made::getText));
    bonds =
        Subscription.combine(
            model.complete().subscribe(complete -> add.setDisable(!complete)),
            model.made().subscribe(this::showMade),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  private void showMade(String token) {
    made.setText(token);
    madeBox.setVisible(!token.isEmpty());
  }

  void open() {
    model.open();
    name.requestFocus();
  }

  @FXML
  private void add() {
    model.add();
  }

  void close() {
    bonds.unsubscribe();
    model.close();
    name.textProperty().unbindBidirectional(model.name());
    mayWrite.selectedProperty().unbindBidirectional(model.mayWrite());
    mayManageKeys.selectedProperty().unbindBidirectional(model.mayManageKeys());
  }
}
