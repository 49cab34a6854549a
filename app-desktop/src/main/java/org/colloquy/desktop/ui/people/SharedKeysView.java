package org.colloquy.desktop.ui.people;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.people.SharedKeysViewModel.Row;

/// The page with the keys and with whom they are shared.
public final class SharedKeysView {
  private final SharedKeysViewModel model;
  private final Runnable showKeys;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ListView<Row> sharedKeyList;
  @FXML private StackPane sharedKeyFailure;

  /// The page of this model.
  ///
  /// @param showKeys shows where keys are added
  public SharedKeysView(SharedKeysViewModel model, Runnable showKeys) {
    this.model = model;
    this.showKeys = showKeys;
  }

  @FXML
  private void initialize() {
    Hiding.whole(sharedKeyFailure);
    sharedKeyList.setItems(model.rows());
    sharedKeyList.setCellFactory(_ -> new SharedKeyCell(model));
    var none = new Label(Text.of("people.keys.none"));
    none.setWrapText(true);
    sharedKeyList.setPlaceholder(none);
    bonds = model.failure().subscribe(why -> FailureCard.show(sharedKeyFailure, why));
  }

  void open() {
    model.open();
    sharedKeyList.requestFocus();
  }

  @FXML
  private void showKeys() {
    showKeys.run();
  }

  void close() {
    bonds.unsubscribe();
  }
}
