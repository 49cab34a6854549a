package org.colloquy.desktop.ui.people;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Pages;

/// The dialog in which an owner looks after everybody on the server, one page at a time.
public final class PeopleView implements DialogView {
  private final Runnable done;
  @FXML private ToggleButton showAccounts;
  @FXML private ToggleButton showGroups;
  @FXML private ToggleButton showQuotas;
  @FXML private ToggleButton showUsage;
  @FXML private ToggleButton showSharedKeys;
  @FXML private ToggleButton showPeopleLog;
  @FXML private Node accounts;
  @FXML private Node groups;
  @FXML private Node quotas;
  @FXML private Node usage;
  @FXML private Node sharedKeys;
  @FXML private Node peopleLog;
  @FXML private AccountsView accountsController;
  @FXML private GroupsView groupsController;
  @FXML private QuotasView quotasController;
  @FXML private PeopleUsageView usageController;
  @FXML private SharedKeysView sharedKeysController;
  @FXML private PeopleLogView peopleLogController;

  /// @param done closes the dialog
  public PeopleView(Runnable done) {
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(accounts, groups, quotas, usage, sharedKeys, peopleLog);
    var pages = new ToggleGroup();
    pages
        .getToggles()
        .setAll(showAccounts, showGroups, showQuotas, showUsage, showSharedKeys, showPeopleLog);
    Pages.page(showAccounts, accounts, accountsController::open);
    Pages.page(showGroups, groups, groupsController::open);
    Pages.page(showQuotas, quotas, quotasController::open);
    Pages.page(showUsage, usage, usageController::open);
    Pages.page(showSharedKeys, sharedKeys, sharedKeysController::open);
    Pages.page(showPeopleLog, peopleLog, peopleLogController::open);
  }

  /// Begins with its first page.
  @Override
  public void open() {
    showAccounts.setSelected(false);
    showAccounts.setSelected(true);
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    accountsController.close();
    groupsController.close();
    quotasController.close();
    usageController.close();
    sharedKeysController.close();
    peopleLogController.close();
  }
}
