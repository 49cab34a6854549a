package org.colloquy.desktop.ui.privacy;

import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Pages;
import org.jspecify.annotations.Nullable;

/// The dialog about privacy and security, one page at a time.
public final class PrivacyView implements DialogView {
  private final PrivacyViewModel model;
  private final ImportViewModel imports;
  private final Runnable done;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ToggleButton showHere;
  @FXML private ToggleButton showData;
  @FXML private ToggleButton showPrograms;
  @FXML private ToggleButton showLog;
  @FXML private VBox here;
  @FXML private ToggleButton stays;
  @FXML private StackPane failure;
  @FXML private VBox data;
  @FXML private VBox programs;
  @FXML private VBox log;
  @FXML private DataView dataController;
  @FXML private ProgramsView programsController;
  @FXML private LogView logController;

  /// @param imports what is looked into a file by
  /// @param done closes the dialog
  public PrivacyView(PrivacyViewModel model, ImportViewModel imports, Runnable done) {
    this.model = model;
    this.imports = imports;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(here, data, programs, log, failure);
    var pages = new ToggleGroup();
    pages.getToggles().setAll(showHere, showData, showPrograms, showLog);
    Pages.page(showHere, here, model::load);
    Pages.page(showData, data, () -> dataController.open());
    Pages.page(showPrograms, programs, () -> programsController.open());
    Pages.page(showLog, log, () -> logController.open());
    stays.setOnAction(_ -> {
      model.keepHere(stays.isSelected());
      showStays(model.staysHere().get());
    });
    bonds =
        Subscription.combine(
            model.staysHere().subscribe(this::showStays),
            model.failure().subscribe(this::showFailure));
  }

  private void showStays(boolean on) {
    stays.setSelected(on);
    stays.setText(Text.of(on ? "privacy.on" : "privacy.off"));
  }

  private void showFailure(@Nullable Failure why) {
    FailureCard.show(failure, why);
  }

  /// Begins with its first page, or with the one where a file is shown that was opened.
  @Override
  public void open() {
    if (imports.state().get() instanceof ImportState.Working) {
      begin(showData);
    } else {
      begin(showHere);
      stays.requestFocus();
    }
  }

  private static void begin(ToggleButton page) {
    page.setSelected(false);
    page.setSelected(true);
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    dataController.close();
    programsController.close();
    logController.close();
  }
}
