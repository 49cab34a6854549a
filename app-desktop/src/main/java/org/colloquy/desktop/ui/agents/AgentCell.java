package org.colloquy.desktop.ui.agents;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.AgentEntry;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// An agent in the list.
final class AgentCell extends ListCell<AgentEntry> {
  private final Label name = new Label();
  private final Label note = new Label();
  private final VBox lines = new VBox(name, note);

  AgentCell() {
    getStyleClass().add("panel-cell");
    name.getStyleClass().add("strong");
    note.getStyleClass().add("hint");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable AgentEntry agent, boolean empty) {
    super.updateItem(agent, empty);
    if (empty || agent == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(agent.name());
    note.setText(agent.own() ? agent.description() : Text.of("agents.built-in"));
    setAccessibleText(name.getText() + ", " + note.getText());
    setGraphic(lines);
  }
}
