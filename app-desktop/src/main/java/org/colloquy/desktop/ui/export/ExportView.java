package org.colloquy.desktop.ui.export;

import java.util.EnumMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.ExportFormat;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.colloquy.desktop.ui.parts.Sizes;
import org.jspecify.annotations.Nullable;

/// The dialog that writes conversations into a file.
public final class ExportView implements DialogView {
  private final ExportViewModel model;
  private final SaveDialog saveDialog;
  private final Runnable done;
  private final Map<ExportFormat, ToggleButton> formats = new EnumMap<>(ExportFormat.class);
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Label exportWhat;
  @FXML private ToggleButton exportMarkdown;
  @FXML private ToggleButton exportHtml;
  @FXML private ToggleButton exportPdf;
  @FXML private ToggleButton exportJson;
  @FXML private Label exportMeans;
  @FXML private CheckBox exportBranches;
  @FXML private Label exportProgress;
  @FXML private Button exportCancel;
  @FXML private Button exportSave;
  @FXML private StackPane failure;

  public ExportView(ExportViewModel model, SaveDialog saveDialog, Runnable done) {
    this.model = model;
    this.saveDialog = saveDialog;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure, exportCancel, exportBranches);
    var group = new ToggleGroup();
    format(group, exportMarkdown, ExportFormat.MARKDOWN);
    format(group, exportHtml, ExportFormat.HTML);
    format(group, exportPdf, ExportFormat.PDF);
    format(group, exportJson, ExportFormat.JSON);
    exportBranches.selectedProperty().bindBidirectional(model.allBranches());
    bonds =
        Subscription.combine(
            model.conversation().subscribe(this::showWhat),
            model.format().subscribe(this::showFormat),
            model.state().subscribe(this::show));
  }

  private void format(ToggleGroup group, ToggleButton button, ExportFormat format) {
    formats.put(format, button);
    button.setToggleGroup(group);
    button.setText(format.title());
    button.setOnAction(_ -> {
      button.setSelected(true);
      model.format().set(format);
    });
  }

  private void showWhat(@Nullable ConversationEntry conversation) {
    if (conversation == null) {
      exportWhat.setText(Text.of("export.all"));
    } else {
      var title = conversation.title();
      exportWhat.setText(title.isBlank() ? Text.of("history.untitled") : title);
    }
  }

  private void showFormat(ExportFormat format) {
    formats.forEach((each, button) -> button.setSelected(each == format));
    exportBranches.setVisible(format == ExportFormat.JSON);
    exportMeans.setText(
        switch (format) {
          case MARKDOWN -> Text.of("export.means.markdown");
          case HTML -> Text.of("export.means.html");
          case PDF -> Text.of("export.means.pdf");
          case JSON -> Text.of("export.means.json");
        });
  }

  private void show(ExportState state) {
    boolean working = state instanceof ExportState.Working;
    exportCancel.setVisible(working);
    exportSave.setDisable(working);
    formats.values().forEach(button -> button.setDisable(working));
    exportBranches.setDisable(working);
    exportProgress.setText(
        switch (state) {
          case ExportState.Quiet _, ExportState.Failed _ -> "";
          case ExportState.Working(var bytes) -> Text.of("export.working", Sizes.of(bytes));
          case ExportState.Written(var file, var bytes) ->
              Text.of("privacy.exported", file.getFileName(), Sizes.of(bytes));
        });
    FailureCard.show(failure, state instanceof ExportState.Failed(var why) ? why : null);
  }

  @Override
  public void open() {
    exportSave.requestFocus();
  }

  @FXML
  private void save() {
    var file = saveDialog.ask(model.fileName());
    if (file != null) {
      model.save(file);
    }
  }

  @FXML
  private void cancel() {
    model.cancel();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    exportBranches.selectedProperty().unbindBidirectional(model.allBranches());
  }
}
