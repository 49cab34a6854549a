package org.colloquy.desktop.ui.privacy;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.ImportReport;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.OpenDialog;

/// Takes over conversations from elsewhere.
public final class ImportView {
  private final ImportViewModel model;
  private final OpenDialog openDialog;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Button choose;
  @FXML private Label summary;
  @FXML private ListView<ImportReport.Item> found;
  @FXML private HBox decision;
  @FXML private Button take;
  @FXML private StackPane failure;

  public ImportView(ImportViewModel model, OpenDialog openDialog) {
    this.model = model;
    this.openDialog = openDialog;
  }

  @FXML
  private void initialize() {
    Hiding.whole(summary, found, decision, failure);
    found.setCellFactory(_ -> new ImportCell());
    bonds = model.state().subscribe(this::show);
  }

  private void show(ImportState state) {
    choose.setDisable(state instanceof ImportState.Working);
    decision.setVisible(state instanceof ImportState.Seen);
    FailureCard.show(failure, state instanceof ImportState.Failed(var why) ? why : null);
    switch (state) {
      case ImportState.Quiet _, ImportState.Failed _ -> say("");
      case ImportState.Working _ -> say(Text.of("privacy.working"));
      case ImportState.Seen(_, var report) -> {
        say(Text.of("privacy.import.seen", report.fresh(), report.known(), report.refused()));
        take.setDisable(report.fresh() == 0);
        take.requestFocus();
      }
      case ImportState.Taken(var report) ->
          say(Text.of("privacy.import.taken", report.added(), report.known(), report.refused()));
    }
    var report =
        switch (state) {
          case ImportState.Seen(_, var seen) -> seen;
          case ImportState.Taken(var taken) -> taken;
          case ImportState.Quiet _, ImportState.Working _, ImportState.Failed _ -> null;
        };
    found.setVisible(report != null);
    if (report == null) {
      found.getItems().clear();
    } else {
      found.getItems().setAll(report.items());
    }
  }

  private void say(String words) {
    summary.setText(words);
    summary.setVisible(!words.isEmpty());
  }

  @FXML
  private void choose() {
    var file = openDialog.ask();
    if (file != null) {
      model.look(file);
    }
  }

  @FXML
  private void take() {
    model.take();
  }

  @FXML
  private void leave() {
    model.leave();
  }

  void open() {
    model.leave();
  }

  void close() {
    bonds.unsubscribe();
  }
}
