package org.colloquy.desktop.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.colloquy.desktop.client.ProviderEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.desktop.ui.shell.ModelRow.KeyState;
import org.jspecify.annotations.Nullable;

/// The models to choose from, with a field to find one by name.
public final class ModelPickerView {
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
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      chooseSelected();
    } else if (event.getCode() == KeyCode.DOWN) {
      move(1);
    } else if (event.getCode() == KeyCode.UP) {
      move(-1);
    } else {
      return;
    }
    event.consume();
  }

  /// To the next model, over the headings.
  private void move(int step) {
    var index = list.getSelectionModel().getSelectedIndex() + step;
    while (index >= 0 && index < model.rows().size()) {
      if (model.rows().get(index) instanceof ModelRow.Line) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 2));
        return;
      }
      index += step;
    }
  }

  private void chooseSelected() {
    if (list.getSelectionModel().getSelectedItem() == null) {
      move(1);
    }
    if (list.getSelectionModel().getSelectedItem() instanceof ModelRow.Line(var choice)) {
      choose(choice);
    }
  }

  private void choose(ModelChoice choice) {
    model.choose(choice);
    shell.dialog().set(ShellViewModel.Dialog.NONE);
  }

  /// Ready to search, with the model marked that is asked now.
  void open() {
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

  private static boolean isChosen(ModelRow row, @Nullable ModelChoice chosen) {
    return chosen != null
        && row instanceof ModelRow.Line(var choice)
        && choice.model().id().equals(chosen.model().id());
  }

  public void close() {
    search.textProperty().unbindBidirectional(model.filter());
    list.setItems(javafx.collections.FXCollections.observableArrayList());
  }

  /// A provider, or one of its models.
  private static final class ModelCell extends ListCell<ModelRow> {
    private static final javafx.css.PseudoClass HEADING =
        javafx.css.PseudoClass.getPseudoClass("heading");

    private final ModelPickerViewModel model;

    private ModelCell(ModelPickerViewModel model, java.util.function.Consumer<ModelChoice> choose) {
      this.model = model;
      getStyleClass().add("model-cell");
      setPrefWidth(0);
      setOnMouseClicked(_ -> {
        if (getItem() instanceof ModelRow.Line(var choice)) {
          choose.accept(choice);
        }
      });
    }

    private static String heading(ProviderEntry provider, KeyState key) {
      return switch (key) {
        case NEEDED -> Text.of("model.needs-key", provider.name());
        case HERE, UNUSED -> provider.name();
      };
    }

    @Override
    protected void updateItem(ModelRow row, boolean empty) {
      super.updateItem(row, empty);
      pseudoClassStateChanged(HEADING, !empty && row instanceof ModelRow.Heading);
      setGraphic(null);
      setText(
          switch (row) {
            case ModelRow.Heading(var provider, var key) when !empty -> heading(provider, key);
            case ModelRow.Line(var choice) when !empty -> choice.title();
            case null, default -> null;
          });
      if (!empty && isChosen(row, model.chosen().get())) {
        setGraphic(org.colloquy.desktop.ui.parts.Icon.CHECK.node());
      }
    }
  }
}
