package org.colloquy.desktop.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.ListKeys;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.jspecify.annotations.Nullable;

/// The models to choose from, with a field to find one by name.
public final class ModelPickerView implements DialogView {
  private final ModelPickerViewModel model;
  private final ShellViewModel shell;
  @FXML private TextField search;
  @FXML private ListView<ModelRow> list;

  public ModelPickerView(ModelPickerViewModel model, ShellViewModel shell) {
    this.model = model;
    this.shell = shell;
  }

  @FXML
  private void initialize() {
    search.textProperty().bindBidirectional(model.filter());
    list.setItems(model.rows());
    list.setCellFactory(_ -> new ModelCell(model, this::choose));
    ListKeys.add(search, list, ModelRow.Line.class::isInstance, this::chooseRow);
  }

  private void chooseRow(ModelRow row) {
    if (row instanceof ModelRow.Line(var choice)) {
      choose(choice);
    }
  }

  private void choose(ModelChoice choice) {
    model.choose(choice);
    shell.dialog().set(ShellViewModel.Dialog.NONE);
  }

  /// Ready to search, with the model marked that is asked now.
  @Override
  public void open() {
    model.filter().set("");
    list.refresh();
    list.getSelectionModel().clearSelection();
    for (var i = 0; i < model.rows().size(); i++) {
      if (isChosen(model.rows().get(i), model.chosen().get())) {
        list.getSelectionModel().select(i);
        list.scrollTo(Math.max(0, i - 2));
      }
    }
    search.requestFocus();
  }

  static boolean isChosen(ModelRow row, @Nullable ModelChoice chosen) {
    return chosen != null
        && row instanceof ModelRow.Line(var choice)
        && choice.model().id().equals(chosen.model().id());
  }

  @Override
  public void close() {
    search.textProperty().unbindBidirectional(model.filter());
    list.setItems(javafx.collections.FXCollections.observableArrayList());
  }
}
