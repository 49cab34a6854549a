package org.colloquy.desktop.ui.shell;

import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.settings.Settings;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.agents.AgentsView;
import org.colloquy.desktop.ui.chat.ChatView;
import org.colloquy.desktop.ui.chat.ConversationView;
import org.colloquy.desktop.ui.history.HistoryView;
import org.colloquy.desktop.ui.keys.KeysView;
import org.colloquy.desktop.ui.memory.MemoryView;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.desktop.ui.privacy.PrivacyView;
import org.colloquy.desktop.ui.privacy.PrivacyViewModel;
import org.colloquy.desktop.ui.problem.ProblemView;
import org.colloquy.desktop.ui.settings.SettingsView;
import org.colloquy.desktop.ui.usage.UsageView;
import org.jspecify.annotations.Nullable;

/// The window's content.
public final class ShellView {
  private final ShellViewModel model;
  private final ModelPickerViewModel models;
  private final PrivacyViewModel privacy;
  private Subscription bonds = Subscription.EMPTY;
  private @Nullable Node focusBelow;
  @FXML private StackPane root;
  @FXML private SplitPane split;
  @FXML private Region history;
  @FXML private StackPane overlay;
  @FXML private Node agents;
  @FXML private Node memory;
  @FXML private Node conversation;
  @FXML private Node usage;
  @FXML private Node keys;
  @FXML private Node privacyDialog;
  @FXML private Node settings;
  @FXML private Node modelPicker;
  @FXML private Button modelButton;
  @FXML private Button staysHere;
  @FXML private HistoryView historyController;
  @FXML private ChatView chatController;
  @FXML private AgentsView agentsController;
  @FXML private MemoryView memoryController;
  @FXML private ConversationView conversationController;
  @FXML private UsageView usageController;
  @FXML private KeysView keysController;
  @FXML private PrivacyView privacyDialogController;
  @FXML private SettingsView settingsController;
  @FXML private ModelPickerView modelPickerController;
  @FXML private ProblemView problemController;

  public ShellView(ShellViewModel model, ModelPickerViewModel models, PrivacyViewModel privacy) {
    this.model = model;
    this.models = models;
    this.privacy = privacy;
  }

  @FXML
  private void initialize() {
    modelButton.setGraphic(Icon.DOWN.node());
    staysHere.setGraphic(Icon.SHIELD.node());
    Hiding.whole(staysHere);
    SplitPane.setResizableWithParent(history, false);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    split.addEventFilter(MouseEvent.MOUSE_RELEASED, this::rememberWidth);
    overlay.addEventHandler(MouseEvent.MOUSE_PRESSED, this::clickBeside);
    bonds =
        Subscription.combine(
            model.settings().property().subscribe(this::showSidebar),
            models.chosen().subscribe(this::showModel),
            privacy.staysHere().subscribe(staysHere::setVisible),
            model.dialog().subscribe(this::showDialog),
            split.widthProperty().subscribe(_ -> placeDivider()));
  }

  private void showSidebar(Settings now) {
    var shown = split.getItems().contains(history);
    if (now.sidebarShown() && !shown) {
      split.getItems().addFirst(history);
      placeDivider();
    } else if (!now.sidebarShown() && shown) {
      split.getItems().remove(history);
    }
  }

  /// The sidebar keeps its width when the window is resized.
  private void placeDivider() {
    if (!split.getDividers().isEmpty() && split.getWidth() > 0) {
      split.setDividerPosition(0, model.settings().get().sidebarWidth() / split.getWidth());
    }
  }

  private void rememberWidth(MouseEvent event) {
    if (event.getTarget() instanceof Node node && inside(node, "split-pane-divider")) {
      model.settings().change(now -> now.withSidebarWidth(history.getWidth()));
    }
  }

  private void showModel(@Nullable ModelChoice choice) {
    var title = choice == null ? Text.of("model.none") : choice.title();
    modelButton.setText(title);
    modelButton.setAccessibleText(Text.of("model.choose") + ": " + title);
  }

  private void showDialog(ShellViewModel.Dialog dialog) {
    if (dialog != ShellViewModel.Dialog.NONE && focusBelow == null && root.getScene() != null) {
      focusBelow = root.getScene().getFocusOwner();
    }
    agents.setVisible(dialog == ShellViewModel.Dialog.AGENTS);
    memory.setVisible(dialog == ShellViewModel.Dialog.MEMORY);
    conversation.setVisible(dialog == ShellViewModel.Dialog.CONVERSATION);
    usage.setVisible(dialog == ShellViewModel.Dialog.USAGE);
    keys.setVisible(dialog == ShellViewModel.Dialog.KEYS);
    privacyDialog.setVisible(dialog == ShellViewModel.Dialog.PRIVACY);
    settings.setVisible(dialog == ShellViewModel.Dialog.SETTINGS);
    modelPicker.setVisible(dialog == ShellViewModel.Dialog.MODELS);
    overlay.setVisible(dialog != ShellViewModel.Dialog.NONE);
    overlay.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("clear"), dialog == ShellViewModel.Dialog.MODELS);
    // What lies below is not reached by Tab while something lies above.
    split.setDisable(
        dialog != ShellViewModel.Dialog.NONE && dialog != ShellViewModel.Dialog.MODELS);
    switch (dialog) {
      case NONE -> focusBelow();
      case MODELS -> openModels();
      case AGENTS -> agentsController.open();
      case MEMORY -> memoryController.open();
      case CONVERSATION -> conversationController.open();
      case USAGE -> usageController.open();
      case KEYS -> keysController.open();
      case PRIVACY -> privacyDialogController.open();
      case SETTINGS -> settingsController.open();
    }
  }

  /// Below the button that opens it.
  private void openModels() {
    var left = modelButton.localToScene(0, 0).getX() - overlay.getInsets().getLeft();
    StackPane.setMargin(modelPicker, new Insets(0, 0, 0, Math.max(0, left)));
    modelPickerController.open();
  }

  private void focusBelow() {
    var before = focusBelow;
    focusBelow = null;
    if (before != null && before.getScene() != null && !before.equals(modelButton)) {
      before.requestFocus();
    } else if (chatController != null) {
      chatController.focusComposer();
    }
  }

  private void clickBeside(MouseEvent event) {
    if (overlay.equals(event.getTarget())) {
      model.dialog().set(ShellViewModel.Dialog.NONE);
    }
  }

  /// The keys that work everywhere in the window.
  private void key(KeyEvent event) {
    var shortcut = Shortcut.of(event);
    if (shortcut != null) {
      run(shortcut);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && escapes(event)) {
      model.escape();
      event.consume();
    }
  }

  /// A field that is being edited has its own use for Esc.
  private boolean escapes(KeyEvent event) {
    return !(event.getTarget() instanceof Node node) || !inside(node, "history-cell");
  }

  private static boolean inside(Node node, String style) {
    for (@Nullable Node each = node; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains(style)) {
        return true;
      }
    }
    return false;
  }

  private void run(Shortcut shortcut) {
    switch (shortcut) {
      case NEW_CHAT -> newChat();
      case MODELS -> chooseModel();
      case SIDEBAR -> model.toggleSidebar();
      case SETTINGS -> openSettings();
      case REGENERATE -> model.regenerate();
      case COMPOSER -> {
        model.dialog().set(ShellViewModel.Dialog.NONE);
        chatController.focusComposer();
      }
    }
  }

  @FXML
  private void newChat() {
    model.startConversation();
    chatController.focusComposer();
  }

  @FXML
  private void chooseModel() {
    toggle(ShellViewModel.Dialog.MODELS);
  }

  @FXML
  private void toggleSidebar() {
    model.toggleSidebar();
  }

  @FXML
  private void openAgents() {
    toggle(ShellViewModel.Dialog.AGENTS);
  }

  @FXML
  private void openMemory() {
    toggle(ShellViewModel.Dialog.MEMORY);
  }

  @FXML
  private void openKeys() {
    toggle(ShellViewModel.Dialog.KEYS);
  }

  @FXML
  private void openPrivacy() {
    toggle(ShellViewModel.Dialog.PRIVACY);
  }

  @FXML
  private void openSettings() {
    toggle(ShellViewModel.Dialog.SETTINGS);
  }

  private void toggle(ShellViewModel.Dialog dialog) {
    var open = model.dialog().get() == dialog;
    model.dialog().set(open ? ShellViewModel.Dialog.NONE : dialog);
  }

  public void close() {
    bonds.unsubscribe();
    historyController.close();
    chatController.close();
    agentsController.close();
    memoryController.close();
    conversationController.close();
    usageController.close();
    keysController.close();
    privacyDialogController.close();
    settingsController.close();
    modelPickerController.close();
    problemController.close();
  }
}
