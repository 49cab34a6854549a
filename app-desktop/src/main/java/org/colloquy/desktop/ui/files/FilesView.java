package org.colloquy.desktop.ui.files;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.FileEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.PageView;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The page with the files of the open conversation.
public final class FilesView implements PageView {
  private final FilesViewModel model;
  private final SaveDialog saveDialog;
  private final Runnable bibliography;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ListView<FileEntry> fileList;
  @FXML private StackPane filesFailure;
  @FXML private HBox filesHead;
  @FXML private Label filesLooked;

  /// The files on the screen.
  ///
  /// @param bibliography shows them as publications
  public FilesView(FilesViewModel model, SaveDialog saveDialog, Runnable bibliography) {
    this.model = model;
    this.saveDialog = saveDialog;
    this.bibliography = bibliography;
  }

  @FXML
  private void initialize() {
    Hiding.whole(filesFailure, filesHead);
    fileList.setItems(model.files().items());
    fileList.setCellFactory(_ -> new FileCell(model, saveDialog));
    var none = new Label(Text.of("files.none"));
    none.setWrapText(true);
    fileList.setPlaceholder(none);
    bonds =
        Subscription.combine(
            model.files().failure().subscribe(why -> FailureCard.show(filesFailure, why)),
            model.ready().subscribe(_ -> showLooked()),
            model.lookedInto().subscribe(_ -> showLooked()));
  }

  private void showLooked() {
    int ready = model.ready().get();
    filesHead.setVisible(ready > 0);
    filesLooked.setText(
        model.lookedInto().get() ? Text.of("files.looked", ready) : Text.of("files.left"));
  }

  @FXML
  private void openBibliography() {
    bibliography.run();
  }

  @Override
  public void show(@Nullable ConversationId conversation) {
    model.show(conversation);
  }

  @Override
  public void close() {
    bonds.unsubscribe();
  }
}
