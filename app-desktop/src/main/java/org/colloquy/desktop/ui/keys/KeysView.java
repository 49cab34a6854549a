package org.colloquy.desktop.ui.keys;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.model.KeyId;
import org.jspecify.annotations.Nullable;

/// The keys dialog: the list, and the form that adds one.
public final class KeysView implements DialogView {
  private final KeysViewModel model;
  private final Runnable done;
  private final Ways ways;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private VBox listPage;
  @FXML private VBox form;
  @FXML private KeyFormView formController;
  @FXML private ListView<KeyRow> list;
  @FXML private StackPane listFailure;
  @FXML private HBox confirm;
  @FXML private Label confirmText;
  @FXML private Button add;

  /// The ways from here to what was used.
  ///
  /// @param usage shows all of it
  /// @param usageOf shows it for this key
  public record Ways(Runnable usage, Consumer<KeyId> usageOf) {}

  /// The dialog for these keys.
  ///
  /// @param done closes the dialog
  public KeysView(KeysViewModel model, Runnable done, Ways ways) {
    this.model = model;
    this.done = done;
    this.ways = ways;
  }

  @FXML
  private void initialize() {
    Hiding.whole(listPage, form, confirm, listFailure);
    list.setItems(model.rows());
    list.setCellFactory(_ -> new KeyCell(model, ways.usageOf()));
    list.setPlaceholder(new Label(Text.of("keys.none")));
    bonds =
        Subscription.combine(
            model.adding().subscribe(this::showPage),
            model.failure().subscribe(this::showFailure),
            model.doubted().subscribe(this::showDoubt));
  }

  private void showPage(boolean adding) {
    listPage.setVisible(!adding);
    form.setVisible(adding);
    focusFirst();
  }

  private void showFailure(@Nullable Failure why) {
    FailureCard.show(listFailure, why);
  }

  private void showDoubt(@Nullable KeyRow row) {
    confirm.setVisible(row != null);
    if (row != null) {
      confirmText.setText(Text.of("keys.confirm", KeyCell.name(row)));
    }
  }

  private void focusFirst() {
    if (model.adding().get()) {
      formController.focusFirst();
    } else {
      add.requestFocus();
    }
  }

  /// Shows what there is now.
  @Override
  public void open() {
    model.open();
    focusFirst();
  }

  @FXML
  private void openUsage() {
    ways.usage().run();
  }

  @FXML
  private void add() {
    model.startAdding();
  }

  @FXML
  private void removeDoubted() {
    model.removeDoubted();
  }

  @FXML
  private void keepDoubted() {
    model.keepDoubted();
  }

  @FXML
  private void done() {
    model.stopAdding();
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    formController.close();
  }
}
