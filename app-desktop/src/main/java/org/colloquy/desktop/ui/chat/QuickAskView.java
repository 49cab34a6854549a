package org.colloquy.desktop.ui.chat;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.jspecify.annotations.Nullable;

/// The field for a question beside the window, and below it the answer.
public final class QuickAskView {
  private final QuickAskViewModel model;
  private final ChatViewModel chat;
  private final MessageActions actions;
  private final Announcement announcement = new Announcement();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private WritingArea area;
  @FXML private IconButton send;
  @FXML private StackPane messages;
  @FXML private Label asked;
  @FXML private Button goOn;

  public QuickAskView(QuickAskViewModel model, MessageActions actions) {
    this.model = model;
    this.chat = model.chat();
    this.actions = actions;
  }

  @FXML
  private void initialize() {
    Hiding.whole(messages);
    var flow = new MessageFlow(chat, actions);
    messages.getChildren().setAll(announcement, flow);
    messages.visibleProperty().bind(Bindings.isNotEmpty(chat.messages()));
    goOn.visibleProperty().bind(chat.conversation().isNotNull());
    area.textProperty().bindBidirectional(chat.composer().draft());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    chat.composer().whenWritingWanted(() -> Platform.runLater(this::focus));
    bonds =
        Subscription.combine(
            chat.state().subscribe(_ -> showButton()),
            chat.composer().empty().subscribe(_ -> showButton()),
            chat.composer().instead().subscribe(_ -> Platform.runLater(this::focus)),
            chat.model().subscribe(this::showModel),
            announcement.follow(chat),
            flow::close);
  }

  private void showButton() {
    var busy = chat.state().get().busy();
    send.draw(busy ? Icon.STOP : Icon.SEND);
    send.rename(Text.of(busy ? "composer.stop" : "composer.send"));
    send.setDisable(!busy && chat.composer().empty().get());
  }

  private void showModel(@Nullable ModelChoice choice) {
    asked.setText(choice == null ? Text.of("model.none") : choice.title());
  }

  /// Enter asks, unless it ends a word of an input method.
  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !area.composing()) {
      event.consume();
      if (event.isShiftDown()) {
        area.replaceSelection("\n");
      } else {
        model.ask();
      }
    }
  }

  @FXML
  private void sendOrStop() {
    if (chat.state().get().busy()) {
      chat.stop();
    } else {
      model.ask();
    }
    focus();
  }

  @FXML
  private void goOnInWindow() {
    model.goOnInWindow();
  }

  /// Puts the cursor behind what is written.
  public void focus() {
    area.requestFocus();
    area.end();
  }

  /// Lets go of everything; the window closes.
  public void close() {
    bonds.unsubscribe();
    messages.visibleProperty().unbind();
    goOn.visibleProperty().unbind();
    area.textProperty().unbindBidirectional(chat.composer().draft());
  }
}
