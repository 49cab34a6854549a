package org.colloquy.desktop.ui.shares;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.RecipientEntry;
import org.colloquy.desktop.client.ShareEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.jspecify.annotations.Nullable;

/// The dialog that lets others into a conversation.
public final class SharesView implements DialogView {
  private final SharesViewModel model;
  private final Runnable done;
  private final ListChangeListener<RecipientEntry> offered = _ -> offer();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Label sharesWhat;
  @FXML private ComboBox<String> sharesWith;
  @FXML private CheckBox sharesWrite;
  @FXML private Button sharesAdd;
  @FXML private ListView<ShareEntry> sharesList;
  @FXML private StackPane failure;

  /// The dialog of this model.
  ///
  /// @param done closes the dialog
  public SharesView(SharesViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure);
    sharesList.setItems(model.shares());
    sharesList.setCellFactory(_ -> new ShareCell(model));
    sharesList.setPlaceholder(new Label(Text.of("shares.none")));
    sharesWith.getEditor().textProperty().bindBidirectional(model.name());
    sharesWith.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    sharesWrite.selectedProperty().bindBidirectional(model.writable());
    sharesAdd.disableProperty().bind(model.name().isEmpty());
    model.recipients().addListener(offered);
    offer();
    bonds =
        Subscription.combine(
            model.conversation().subscribe(this::showWhat),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  /// Enter shares, unless it chooses in the list that is shown.
  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !sharesWith.isShowing()) {
      event.consume();
      model.add();
    }
  }

  private void showWhat(@Nullable ConversationEntry conversation) {
    var title = conversation == null ? "" : conversation.title();
    sharesWhat.setText(title.isBlank() ? Text.of("history.untitled") : title);
  }

  private void offer() {
    sharesWith.getItems().setAll(model.recipients().stream().map(SharesViewModel::label).toList());
  }

  @Override
  public void open() {
    sharesWith.requestFocus();
  }

  @FXML
  private void add() {
    model.add();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    model.recipients().removeListener(offered);
    sharesWith.getEditor().textProperty().unbindBidirectional(model.name());
    sharesWrite.selectedProperty().unbindBidirectional(model.writable());
    sharesAdd.disableProperty().unbind();
  }
}
