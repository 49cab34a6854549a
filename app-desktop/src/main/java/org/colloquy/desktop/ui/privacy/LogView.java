package org.colloquy.desktop.ui.privacy;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.AuditCheck;
import org.colloquy.desktop.client.AuditEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.AuditCell;
import org.colloquy.desktop.ui.parts.AuditWords;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.jspecify.annotations.Nullable;

/// The page with what was done.
public final class LogView {
  private final LogViewModel model;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ListView<AuditEntry> list;
  @FXML private Label found;
  @FXML private Button check;
  @FXML private StackPane failure;

  public LogView(LogViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure);
    list.setItems(model.entries());
    list.setCellFactory(_ -> new AuditCell(_ -> ""));
    list.setPlaceholder(new Label(Text.of("privacy.log.none")));
    bonds =
        Subscription.combine(
            model.check().subscribe(this::showCheck),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  private void showCheck(@Nullable AuditCheck check) {
    AuditWords.show(found, check);
  }

  void open() {
    model.open();
    check.requestFocus();
  }

  @FXML
  private void check() {
    model.checkNow();
  }

  void close() {
    bonds.unsubscribe();
  }
}
