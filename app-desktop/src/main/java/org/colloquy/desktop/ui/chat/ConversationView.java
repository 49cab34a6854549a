package org.colloquy.desktop.ui.chat;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;

/// The dialog with what counts in every turn of the open conversation.
public final class ConversationView implements DialogView {
  private final ConversationViewModel model;
  private final Runnable done;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private TextArea systemPrompt;
  @FXML private TextField chatTemperature;
  @FXML private TextField chatMaxTokens;
  @FXML private CheckBox remembers;
  @FXML private Button saveChat;
  @FXML private StackPane failure;

  public ConversationView(ConversationViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure);
    systemPrompt.textProperty().bindBidirectional(model.systemPrompt());
    chatTemperature.textProperty().bindBidirectional(model.parameters().temperature());
    chatMaxTokens.textProperty().bindBidirectional(model.parameters().maxTokens());
    remembers.selectedProperty().bindBidirectional(model.remembers());
    bonds =
        Subscription.combine(
            model.parameters().complete().subscribe(whole -> saveChat.setDisable(!whole)),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  /// Shows what counts now.
  @Override
  public void open() {
    model.open();
    systemPrompt.requestFocus();
  }

  @FXML
  private void save() {
    model.save(done);
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    systemPrompt.textProperty().unbindBidirectional(model.systemPrompt());
    chatTemperature.textProperty().unbindBidirectional(model.parameters().temperature());
    chatMaxTokens.textProperty().unbindBidirectional(model.parameters().maxTokens());
    remembers.selectedProperty().unbindBidirectional(model.remembers());
  }
}
