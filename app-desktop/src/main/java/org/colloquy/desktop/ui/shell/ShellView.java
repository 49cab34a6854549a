package org.colloquy.desktop.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.chat.ChatView;
import org.colloquy.desktop.ui.connection.StatusView;
import org.colloquy.desktop.ui.history.HistoryView;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.desktop.ui.privacy.PrivacyViewModel;
import org.colloquy.desktop.ui.problem.ProblemView;
import org.colloquy.desktop.ui.sharing.SharedView;
import org.colloquy.desktop.ui.side.SideView;
import org.colloquy.desktop.ui.side.SideViewModel;
import org.jspecify.annotations.Nullable;

/// The window's content.
public final class ShellView {
  private final ShellViewModel model;
  private final ModelPickerViewModel models;
  private final PrivacyViewModel privacy;
  private final SideViewModel side;
  private final Shortcuts shortcuts;
  private final Consumer<List<Path>> files;
  private final Function<String, FXMLLoader> loaders;
  private final Dialogs dialogs;
  private Subscription bonds = Subscription.EMPTY;
  private @Nullable Node focusBelow;
  private @Nullable SideView sideView;
  @FXML private StackPane root;
  @FXML private SplitPane split;
  @FXML private Region history;
  @FXML private StackPane overlay;
  @FXML private Node dropTarget;
  @FXML private Button modelButton;
  @FXML private Button staysHere;
  @FXML private HistoryView historyController;
  @FXML private ChatView chatController;
  @FXML private StatusView statusController;
  @FXML private SharedView sharedLineController;
  @FXML private ProblemView problemController;

  /// What the window hands on.
  ///
  /// @param files takes what is dropped on the window
  /// @param loaders loads the view of an FXML file, seen from this package
  public record Outside(Consumer<List<Path>> files, Function<String, FXMLLoader> loaders) {}

  /// The content of one window.
  public ShellView(
      ShellViewModel model,
      ModelPickerViewModel models,
      PrivacyViewModel privacy,
      SideViewModel side,
      Shortcuts shortcuts,
      Outside outside) {
    this.model = model;
    this.models = models;
    this.privacy = privacy;
    this.side = side;
    this.shortcuts = shortcuts;
    this.files = outside.files();
    this.loaders = outside.loaders();
    this.dialogs = new Dialogs(loaders);
  }

  @FXML
  private void initialize() {
    modelButton.setGraphic(Icon.DOWN.node());
    staysHere.setGraphic(Icon.SHIELD.node());
    Hiding.whole(staysHere);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.whenWanted(this::run);
    DropTarget.over(root, dropTarget, files);
    overlay.addEventHandler(MouseEvent.MOUSE_PRESSED, this::clickBeside);
    var columns = new Columns(split, history, this::loadSide, model.settings());
    bonds =
        Subscription.combine(
            columns.follow(),
            models.chosen().subscribe(this::showModel),
            privacy.staysHere().subscribe(staysHere::setVisible),
            model.dialog().subscribe(this::showDialog));
  }

  private Region loadSide() {
    var loader = loaders.apply("../side/Side.fxml");
    try {
      Region node = loader.load();
      sideView = loader.getController();
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    overlay.setVisible(dialog != ShellViewModel.Dialog.NONE);
    overlay.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("clear"), dialog == ShellViewModel.Dialog.MODELS);
    // What lies below is not reached by Tab while something lies above.
    split.setDisable(
        dialog != ShellViewModel.Dialog.NONE && dialog != ShellViewModel.Dialog.MODELS);
    dialogs.show(overlay, dialog, dialog == ShellViewModel.Dialog.MODELS ? belowModelButton() : 0);
    if (dialog == ShellViewModel.Dialog.NONE) {
      focusBelow();
    }
  }

  private double belowModelButton() {
    var left = modelButton.localToScene(0, 0).getX() - overlay.getInsets().getLeft();
    return Math.max(0, left);
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
    if (overlay.equals(event.getTarget()) || Dialogs.isBeside(event.getTarget())) {
      model.dialog().set(ShellViewModel.Dialog.NONE);
    }
  }

  /// The keys that work everywhere in the window.
  private void key(KeyEvent event) {
    var shortcut = shortcuts.of(event);
    if (shortcut != null) {
      run(shortcut);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && escapes(event) && !shortcuts.paused()) {
      model.escape();
      event.consume();
    }
  }

  /// A field that is being edited has its own use for Esc.
  private boolean escapes(KeyEvent event) {
    return !(event.getTarget() instanceof Node node)
        || !(inside(node, "history-cell")
            || inside(node, "find-bar")
            || inside(node, "suggesting"));
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
    new ShellActions(model, side, historyController, chatController).run(shortcut);
  }

  @FXML
  private void newChat() {
    run(Shortcut.NEW_CHAT);
  }

  @FXML
  private void chooseModel() {
    run(Shortcut.MODELS);
  }

  @FXML
  private void toggleSidebar() {
    run(Shortcut.SIDEBAR);
  }

  @FXML
  private void toggleSide() {
    run(Shortcut.SIDE);
  }

  @FXML
  private void openSearch() {
    run(Shortcut.SEARCH);
  }

  @FXML
  private void openAgents() {
    run(Shortcut.AGENTS);
  }

  @FXML
  private void openMemory() {
    run(Shortcut.MEMORY);
  }

  @FXML
  private void openLibrary() {
    run(Shortcut.LIBRARY);
  }

  @FXML
  private void openPrompts() {
    run(Shortcut.PROMPTS);
  }

  @FXML
  private void openTools() {
    run(Shortcut.TOOLS);
  }

  @FXML
  private void openKeys() {
    run(Shortcut.KEYS);
  }

  @FXML
  private void openUsage() {
    run(Shortcut.USAGE);
  }

  @FXML
  private void openPrivacy() {
    run(Shortcut.PRIVACY);
  }

  @FXML
  private void openSettings() {
    run(Shortcut.SETTINGS);
  }

  public void close() {
    bonds.unsubscribe();
    historyController.close();
    chatController.close();
    statusController.close();
    sharedLineController.close();
    if (sideView != null) {
      sideView.close();
    }
    dialogs.close();
    problemController.close();
  }
}
