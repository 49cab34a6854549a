package org.colloquy.desktop.ui.chat;

import java.io.File;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.SharedEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.parts.OpenDialog;
import org.colloquy.desktop.ui.parts.Sizes;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// Where one writes.
public final class ComposerView {
  private final ChatViewModel model;
  private final ChosenFiles chosen;
  private final OpenDialog openDialog;
  private final ContextViewModel context;
  private final TriggersViewModel triggers;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private WritingArea area;
  @FXML private IconButton send;
  @FXML private ContextGauge gauge;
  @FXML private Label whose;
  @FXML private HBox writing;
  @FXML private IconButton attach;
  @FXML private Button chatSettings;
  @FXML private HBox aside;
  @FXML private Label asideSize;
  @FXML private HBox rewriting;
  @FXML private HeldQuestion held;
  @FXML private FlowPane uploads;
  @FXML private VBox queue;
  @FXML private IconButton queueUp;
  @FXML private ListView<Suggestion> triggerList;
  @FXML private MenuButton agentMenu;
  @FXML private MenuButton toolMenu;

  public ComposerView(
      ChatViewModel model,
      ChosenFiles chosen,
      OpenDialog openDialog,
      ContextViewModel context,
      TriggersViewModel triggers) {
    this.model = model;
    this.chosen = chosen;
    this.openDialog = openDialog;
    this.context = context;
    this.triggers = triggers;
  }

  @FXML
  private void initialize() {
    Hiding.whole(whose, area, writing, attach, chatSettings);
    Hiding.whole(aside, rewriting, uploads, queue, queueUp, agentMenu, toolMenu);
    uploads.prefWrapLengthProperty().bind(uploads.widthProperty()); // else its height is a guess
    var chips = new UploadChips(uploads, model);
    var rows = new QueueRows(queue, model);
    var suggesting = new TriggerList(triggers, triggerList, area::composing);
    var menus = new AnswererMenus(model.answerer(), agentMenu, toolMenu);
    area.textProperty().bindBidirectional(model.composer().draft());
    area.offerPasteTo(this::takesPaste);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.composer().whenWritingWanted(() -> Platform.runLater(this::writeOn));
    bonds =
        Subscription.combine(
            model.state().subscribe(_ -> showButton()),
            model.composer().empty().subscribe(_ -> showButton()),
            model.composer().shared().subscribe(this::showWhose),
            model.composer().aside().subscribe(this::showAside),
            model.composer().instead().subscribe(this::showRewriting),
            held.follow(model.composer().uploads(), this::focus),
            chips::close,
            rows::close,
            gauge.follow(context),
            suggesting::close,
            menus::close);
    Platform.runLater(this::focus);
  }

  private void showButton() {
    var busy = model.state().get().busy();
    send.draw(busy ? Icon.STOP : Icon.SEND);
    send.rename(Text.of(busy ? "composer.stop" : "composer.send"));
    send.setDisable(!busy && model.composer().empty().get());
    queueUp.setVisible(busy && !model.composer().empty().get());
  }

  /// What others allow, and only that. Files and settings are the owner's.
  private void showWhose(@Nullable SharedEntry shared) {
    boolean writes = shared == null || shared.writable();
    area.setVisible(writes);
    writing.setVisible(writes);
    attach.setVisible(shared == null);
    chatSettings.setVisible(shared == null);
    whose.setVisible(shared != null);
    if (shared != null) {
      var key = writes ? "composer.shared" : "composer.shared.read";
      whose.setText(Text.of(key, shared.owner()));
    }
  }

  private void showAside(String text) {
    aside.setVisible(!text.isEmpty());
    asideSize.setText(Text.of("composer.aside", Sizes.of(text.length())));
  }

  private void showRewriting(@Nullable MessageId earlier) {
    rewriting.setVisible(earlier != null);
    if (earlier != null) {
      Platform.runLater(this::writeOn);
    }
  }

  private void writeOn() {
    focus();
    area.end();
  }

  /// Enter sends, unless it ends a word of an input method.
  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.UP && model.composer().empty().get()) {
      event.consume();
      model.revisions().rewriteLast();
      return;
    }
    if (event.getCode() != KeyCode.ENTER || area.composing()) {
      return;
    }
    event.consume();
    if (event.isShortcutDown() || event.isShiftDown() != model.composer().enterSends()) {
      model.send();
    } else {
      area.replaceSelection("\n");
    }
  }

  @FXML
  private void sendOrStop() {
    if (model.state().get().busy()) {
      model.stop();
    } else {
      model.send();
    }
    focus();
  }

  @FXML
  private void queueUp() {
    model.send();
    focus();
  }

  /// Files and pictures are sent as files, and so are long texts.
  private boolean takesPaste(Clipboard clipboard) {
    if (clipboard.hasFiles()) {
      chosen.take(clipboard.getFiles().stream().map(File::toPath).toList());
      return true;
    }
    if (clipboard.hasString()) {
      return chosen.takesText(clipboard.getString());
    }
    if (clipboard.hasImage()) {
      chosen.take(clipboard.getImage());
      return true;
    }
    return false;
  }

  /// Asks for files that go with what is written.
  @FXML
  void attach() {
    chosen.take(openDialog.askSeveral());
    focus();
  }

  @FXML
  private void openSettings() {
    model.answerer().openSettings();
  }

  @FXML
  private void rewriteNothing() {
    model.composer().rewriteNothing();
    focus();
  }

  @FXML
  private void dropAside() {
    model.composer().dropAside();
    focus();
  }

  void focus() {
    area.requestFocus();
  }

  void close() {
    bonds.unsubscribe();
    area.textProperty().unbindBidirectional(model.composer().draft());
  }
}
