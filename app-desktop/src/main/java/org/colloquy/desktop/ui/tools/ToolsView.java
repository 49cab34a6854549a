package org.colloquy.desktop.ui.tools;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Pages;

/// The dialog about tools, one page at a time.
public final class ToolsView implements DialogView {
  private final Runnable done;
  @FXML private Node toolsDialog;
  @FXML private ToggleButton showServers;
  @FXML private ToggleButton showRules;
  @FXML private Node servers;
  @FXML private Node rules;
  @FXML private ServersView serversController;
  @FXML private RulesView rulesController;

  /// @param done closes the dialog
  public ToolsView(Runnable done) {
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(servers, rules);
    var pages = new ToggleGroup();
    pages.getToggles().setAll(showServers, showRules);
    Pages.page(showServers, servers, () -> serversController.open());
    Pages.page(showRules, rules, () -> rulesController.open());
    servers.visibleProperty().addListener((_, _, shown) -> leaveUnless(shown));
    toolsDialog.visibleProperty().addListener((_, _, shown) -> leaveUnless(shown));
  }

  /// What was entered is forgotten when it is no longer seen, however the dialog was closed.
  private void leaveUnless(boolean shown) {
    if (!shown) {
      serversController.leave();
    }
  }

  /// Begins with its first page.
  @Override
  public void open() {
    showServers.setSelected(false);
    showServers.setSelected(true);
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    serversController.close();
    rulesController.close();
  }
}
