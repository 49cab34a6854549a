package org.colloquy.desktop.ui.memory;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.MemoryEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.jspecify.annotations.Nullable;

/// The dialog with the memories.
public final class MemoryView implements DialogView {
  private final MemoryViewModel model;
  private final Runnable done;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private TextField memoryQuery;
  @FXML private ListView<MemoryEntry> memoryList;
  @FXML private TextArea memoryText;
  @FXML private Button saveMemory;
  @FXML private Button changeNothing;
  @FXML private StackPane failure;

  public MemoryView(MemoryViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure, changeNothing);
    memoryList.setItems(model.memories());
    memoryList.setCellFactory(_ -> new MemoryCell(model));
    memoryList.setPlaceholder(new Label(Text.of("memory.none")));
    memoryQuery.textProperty().bindBidirectional(model.query());
    memoryText.textProperty().bindBidirectional(model.draft());
    bonds =
        Subscription.combine(
            model.draft().subscribe(text -> saveMemory.setDisable(text.isBlank())),
            model.changing().subscribe(this::showChanging),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  private void showChanging(@Nullable MemoryEntry memory) {
    changeNothing.setVisible(memory != null);
    saveMemory.setText(Text.of(memory == null ? "memory.add" : "memory.save"));
    if (memory != null) {
      memoryText.requestFocus();
    }
  }

  /// Shows what is remembered now.
  @Override
  public void open() {
    model.open();
    memoryQuery.requestFocus();
  }

  @FXML
  private void save() {
    model.save();
  }

  @FXML
  private void changeNothing() {
    model.change(null);
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    memoryQuery.textProperty().unbindBidirectional(model.query());
    memoryText.textProperty().unbindBidirectional(model.draft());
  }
}
