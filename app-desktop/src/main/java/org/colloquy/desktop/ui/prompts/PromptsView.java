package org.colloquy.desktop.ui.prompts;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.PromptEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.OpenDialog;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.jspecify.annotations.Nullable;

/// The dialog with the prompts that are kept: the list, and one of them to be changed.
public final class PromptsView implements DialogView {
  private final PromptsViewModel model;
  private final SaveDialog saveDialog;
  private final OpenDialog openDialog;
  private final Runnable done;
  private final ListChangeListener<GapForm> gapsChanged = _ -> showGaps();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private TextField promptQuery;
  @FXML private ListView<PromptEntry> promptList;
  @FXML private HBox promptUndo;
  @FXML private Label promptRemoved;
  @FXML private TextField promptTitle;
  @FXML private TextArea promptText;
  @FXML private TextField promptTags;
  @FXML private VBox promptGaps;
  @FXML private Label gapsWrong;
  @FXML private Button copyPrompt;
  @FXML private Button removePrompt;
  @FXML private Button savePrompt;
  @FXML private StackPane failure;

  public PromptsView(
      PromptsViewModel model, SaveDialog saveDialog, OpenDialog openDialog, Runnable done) {
    this.model = model;
    this.saveDialog = saveDialog;
    this.openDialog = openDialog;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure, promptUndo, gapsWrong);
    promptList.setItems(model.shown());
    promptList.setCellFactory(_ -> new PromptCell());
    promptList.setPlaceholder(new Label(Text.of("prompts.none")));
    promptQuery.textProperty().bindBidirectional(model.query());
    var form = model.form();
    promptTitle.textProperty().bindBidirectional(form.title());
    promptText.textProperty().bindBidirectional(form.content());
    promptTags.textProperty().bindBidirectional(form.tags());
    form.gaps().addListener(gapsChanged);
    showGaps();
    bonds =
        Subscription.combine(
            promptList.getSelectionModel().selectedItemProperty().subscribe(this::choose),
            model.selected().subscribe(this::show),
            model.removed().subscribe(this::showRemoved),
            form.gapsRight().subscribe(right -> gapsWrong.setVisible(!right)),
            form.complete().subscribe(complete -> savePrompt.setDisable(!complete)),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  private void choose(@Nullable PromptEntry prompt) {
    if (prompt != null && !prompt.equals(model.selected().get())) {
      model.select(prompt);
    }
  }

  private void show(@Nullable PromptEntry prompt) {
    copyPrompt.setDisable(prompt == null);
    removePrompt.setDisable(prompt == null);
    if (prompt == null) {
      promptList.getSelectionModel().clearSelection();
    } else {
      promptList.getSelectionModel().select(prompt);
    }
  }

  private void showRemoved(@Nullable PromptEntry prompt) {
    promptUndo.setVisible(prompt != null);
    promptRemoved.setText(prompt == null ? "" : Text.of("history.removed", prompt.text().title()));
  }

  private void showGaps() {
    promptGaps
        .getChildren()
        .setAll(
            model.form().gaps().stream()
                .map(gap -> new GapFields(gap, () -> model.form().removeGap(gap)).node())
                .toList());
  }

  /// Shows what there is now.
  @Override
  public void open() {
    model.open();
    promptQuery.requestFocus();
  }

  @FXML
  private void add() {
    model.select(null);
    promptTitle.requestFocus();
  }

  @FXML
  private void save() {
    model.save();
  }

  @FXML
  private void addGap() {
    model.form().addGap();
  }

  @FXML
  private void copy() {
    model.duplicate();
  }

  @FXML
  private void remove() {
    model.remove();
  }

  @FXML
  private void undo() {
    model.undo();
  }

  @FXML
  private void importFile() {
    var file = openDialog.ask();
    if (file != null) {
      model.importFrom(file);
    }
  }

  @FXML
  private void export() {
    var file = saveDialog.ask("colloquy-prompts.json");
    if (file != null) {
      model.exportTo(file);
    }
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    var form = model.form();
    form.gaps().removeListener(gapsChanged);
    promptQuery.textProperty().unbindBidirectional(model.query());
    promptTitle.textProperty().unbindBidirectional(form.title());
    promptText.textProperty().unbindBidirectional(form.content());
    promptTags.textProperty().unbindBidirectional(form.tags());
  }
}
