package org.colloquy.desktop.ui.history;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureWords;
import org.colloquy.desktop.ui.parts.Hiding;
import org.jspecify.annotations.Nullable;

/// The conversations on the screen.
public final class HistoryView {
  private final HistoryViewModel model;
  private final ListChangeListener<HistoryRow> moved = _ -> mark();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private TextField search;
  @FXML private ListView<HistoryRow> list;
  @FXML private HBox undo;
  @FXML private Label undoText;
  @FXML private Label failure;

  public HistoryView(HistoryViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure, undo);
    list.setItems(model.rows());
    list.setCellFactory(_ -> new HistoryCell(model));
    list.setEditable(true);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    search.textProperty().bindBidirectional(model.filter());
    search.setOnAction(_ -> model.searchEverything());
    model.rows().addListener(moved);
    bonds =
        Subscription.combine(
            model.selected().subscribe(_ -> mark()),
            model.removed().subscribe(this::showUndo),
            model.failure().subscribe(this::showFailure));
  }

  /// Marks the open conversation.
  private void mark() {
    for (var i = 0; i < model.rows().size(); i++) {
      if (model.rows().get(i) instanceof HistoryRow.Line(var conversation)
          && conversation.id().equals(model.selected().get())) {
        list.getSelectionModel().select(i);
        return;
      }
    }
    list.getSelectionModel().clearSelection();
  }

  private void showUndo(@Nullable ConversationEntry removed) {
    undo.setVisible(removed != null);
    if (removed != null) {
      undoText.setText(Text.of("history.removed", HistoryCell.title(removed)));
    }
  }

  private void showFailure(@Nullable Failure why) {
    failure.setVisible(why != null);
    failure.setText(why == null ? "" : FailureWords.of(why).sentence());
  }

  private void key(KeyEvent event) {
    var row = list.getSelectionModel().getSelectedItem();
    if (!(row instanceof HistoryRow.Line(var conversation)) || list.getEditingIndex() >= 0) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      model.selected().set(conversation.id());
    } else if (event.getCode() == KeyCode.F2) {
      list.edit(list.getSelectionModel().getSelectedIndex());
    } else if (event.getCode() == KeyCode.DELETE) {
      model.remove(conversation);
    } else {
      return;
    }
    event.consume();
  }

  @FXML
  private void undo() {
    model.undo();
  }

  public void close() {
    bonds.unsubscribe();
    model.rows().removeListener(moved);
    search.textProperty().unbindBidirectional(model.filter());
    list.setItems(javafx.collections.FXCollections.observableArrayList());
  }
}
