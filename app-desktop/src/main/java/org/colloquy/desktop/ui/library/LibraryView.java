package org.colloquy.desktop.ui.library;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.LibraryEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;

/// The dialog with the files of all conversations.
public final class LibraryView implements DialogView {
  private final LibraryViewModel model;
  private final Runnable done;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private TextField libraryQuery;
  @FXML private ListView<LibraryEntry> libraryList;
  @FXML private Button libraryMore;
  @FXML private StackPane failure;

  public LibraryView(LibraryViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure, libraryMore);
    libraryList.setItems(model.files());
    libraryList.setCellFactory(_ -> new LibraryCell(model));
    libraryList.setPlaceholder(new Label(Text.of("library.none")));
    libraryQuery.textProperty().bindBidirectional(model.query());
    bonds =
        Subscription.combine(
            model.more().subscribe(libraryMore::setVisible),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  /// Shows the files that there are now.
  @Override
  public void open() {
    model.open();
    libraryQuery.requestFocus();
  }

  @FXML
  private void showMore() {
    model.showMore();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    libraryQuery.textProperty().unbindBidirectional(model.query());
  }
}
