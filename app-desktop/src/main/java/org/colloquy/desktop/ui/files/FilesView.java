package org.colloquy.desktop.ui.files;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ListView<FileEntry> fileList;
  @FXML private StackPane filesFailure;

  public FilesView(FilesViewModel model, SaveDialog saveDialog) {
    this.model = model;
    this.saveDialog = saveDialog;
  }

  @FXML
  private void initialize() {
    Hiding.whole(filesFailure);
    fileList.setItems(model.files().items());
    fileList.setCellFactory(_ -> new FileCell(model, saveDialog));
    var none = new Label(Text.of("files.none"));
    none.setWrapText(true);
    fileList.setPlaceholder(none);
    bonds = model.files().failure().subscribe(why -> FailureCard.show(filesFailure, why));
  }

  @Override
  public void show(@Nullable ConversationId conversation) {
    model.files().show(conversation);
  }

  @Override
  public void close() {
    bonds.unsubscribe();
  }
}
