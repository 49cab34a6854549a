package org.colloquy.desktop.ui.tools;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.ToolEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.tools.RulesViewModel.Decision;

/// The page with the tools there are and what was decided about them.
public final class RulesView {
  private final RulesViewModel model;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ListView<ToolEntry> toolList;
  @FXML private ListView<Decision> decisionList;
  @FXML private StackPane rulesFailure;

  public RulesView(RulesViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(rulesFailure);
    toolList.setItems(model.tools());
    toolList.setCellFactory(_ -> new ToolCell());
    toolList.setPlaceholder(new Label(Text.of("tools.all.none")));
    decisionList.setItems(model.decisions());
    decisionList.setCellFactory(_ -> new DecisionCell(model));
    decisionList.setPlaceholder(new Label(Text.of("tools.decisions.none")));
    bonds = model.failure().subscribe(why -> FailureCard.show(rulesFailure, why));
  }

  void open() {
    model.open();
    decisionList.requestFocus();
  }

  void close() {
    bonds.unsubscribe();
  }
}
