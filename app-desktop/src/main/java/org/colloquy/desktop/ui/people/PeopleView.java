package org.colloquy.desktop.ui.people;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.Hiding;

/// The dialog in which an owner looks after everybody on the server, one page at a time.
public final class PeopleView implements DialogView {
  private final Runnable done;
  @FXML private ToggleButton showAccounts;
  @FXML private ToggleButton showGroups;
  @FXML private ToggleButton showQuotas;
  @FXML private Node accounts;
  @FXML private Node groups;
  @FXML private Node quotas;
  @FXML private AccountsView accountsController;
  @FXML private GroupsView groupsController;
  @FXML private QuotasView quotasController;

  /// @param done closes the dialog
  public PeopleView(Runnable done) {
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(accounts, groups, quotas);
    var pages = new ToggleGroup();
    pages.getToggles().setAll(showAccounts, showGroups, showQuotas);
    page(showAccounts, accounts, accountsController::open);
    page(showGroups, groups, groupsController::open);
    page(showQuotas, quotas, quotasController::open);
  }

  /// A page that is shown while its button is down.
  private static void page(ToggleButton button, Node page, Runnable open) {
    page.setVisible(false);
    button.setOnAction(_ -> button.setSelected(true));
    button
        .selectedProperty()
        .addListener((_, _, selected) -> {
          page.setVisible(selected);
          if (selected) {
            open.run();
          }
        });
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
  }
}
