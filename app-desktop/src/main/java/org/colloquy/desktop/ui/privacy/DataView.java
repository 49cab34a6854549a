package org.colloquy.desktop.ui.privacy;

import java.time.LocalDate;
import java.time.ZoneId;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.Erased;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.colloquy.desktop.ui.parts.Sizes;

/// The page that takes the account's data out, or erases it.
public final class DataView {
  private final DataViewModel model;
  private final SaveDialog saveDialog;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Button export;
  @FXML private Button erase;
  @FXML private TextField typed;
  @FXML private StackPane outcome;
  @FXML private ImportView importingController;

  public DataView(DataViewModel model, SaveDialog saveDialog) {
    this.model = model;
    this.saveDialog = saveDialog;
  }

  @FXML
  private void initialize() {
    Hiding.whole(outcome);
    typed.textProperty().bindBidirectional(model.typed());
    bonds =
        Subscription.combine(
            model
                .username()
                .subscribe(name -> typed.setPromptText(Text.of("privacy.erase.type.name", name))),
            model.sure().subscribe(_ -> enable()),
            model.state().subscribe(this::show));
  }

  private void enable() {
    boolean working = model.state().get() instanceof DataState.Working;
    export.setDisable(working);
    erase.setDisable(working || !model.sure().get());
  }

  private void show(DataState state) {
    enable();
    outcome.getChildren().clear();
    switch (state) {
      case DataState.Quiet _ -> {}
      case DataState.Working _ -> say(Text.of("privacy.working"));
      case DataState.Exported(var file, var bytes) ->
          say(Text.of("privacy.exported", file.getFileName(), Sizes.of(bytes)));
      case DataState.Gone(var report) -> say(words(report));
      case DataState.Failed(var why) -> outcome.getChildren().add(FailureCard.plain(why));
    }
    outcome.setVisible(!outcome.getChildren().isEmpty());
  }

  private static String words(Erased report) {
    var gone = Text.of("privacy.erased", report.conversations(), report.messages(), report.files());
    return report.copies().isEmpty()
        ? gone
        : gone + " " + Text.of("privacy.erased.copies", String.join(", ", report.copies()));
  }

  private void say(String words) {
    var label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(label, javafx.geometry.Pos.CENTER_LEFT);
    outcome.getChildren().add(label);
  }

  void open() {
    model.open();
    importingController.open();
    export.requestFocus();
  }

  @FXML
  private void export() {
    var file = saveDialog.ask("colloquy-" + LocalDate.now(ZoneId.systemDefault()) + ".zip");
    if (file != null) {
      model.export(file);
    }
  }

  @FXML
  private void exportConversations() {
    model.exportConversations();
  }

  @FXML
  private void erase() {
    model.erase();
  }

  void close() {
    bonds.unsubscribe();
    importingController.close();
    typed.textProperty().unbindBidirectional(model.typed());
  }
}
