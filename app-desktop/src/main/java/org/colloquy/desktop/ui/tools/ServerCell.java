package org.colloquy.desktop.ui.tools;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.McpServerEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.jspecify.annotations.Nullable;

/// A server of tools in the list: how it stands with it, a switch, and ways to see and remove it.
final class ServerCell extends ListCell<McpServerEntry> {
  private final ServersViewModel model;
  private final Label name = new Label();
  private final Label state = new Label();
  private final ToggleButton on = new ToggleButton();
  private final IconButton more = new IconButton(Icon.RIGHT, Text.of("tools.server.show"));
  private final IconButton remove = new IconButton(Icon.TRASH, Text.of("tools.server.remove"));
  private final HBox line;

  ServerCell(ServersViewModel model) {
    this.model = model;
    getStyleClass().addAll("panel-cell", "server-cell");
    setPrefWidth(0);
    name.getStyleClass().add("strong");
    state.getStyleClass().add("hint");
    state.setMinWidth(0);
    var text = new VBox(name, state);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    on.setMinWidth(USE_PREF_SIZE);
    on.setOnAction(_ -> turn());
    remove.setOnAction(_ -> model.doubt(getItem()));
    more.setOnAction(_ -> model.show(getItem()));
    setOnMouseClicked(click -> {
      if (click.getClickCount() == 2 && !isEmpty()) {
        model.show(getItem());
      }
    });
    line = new HBox(text, on, remove, more);
    line.getStyleClass().add("panel-line");
  }

  /// The button shows what is so, not what was clicked.
  private void turn() {
    on.setSelected(getItem().on());
    model.turn(getItem());
  }

  /// Enter in the list shows the chosen one.
  static void openWithEnter(KeyEvent event, @Nullable McpServerEntry chosen, ServersViewModel all) {
    if (event.getCode() == KeyCode.ENTER && chosen != null) {
      all.show(chosen);
      event.consume();
    }
  }

  @Override
  protected void updateItem(@Nullable McpServerEntry server, boolean empty) {
    super.updateItem(server, empty);
    if (empty || server == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(server.name());
    state.setText(ServerWords.state(server));
    state.getStyleClass().removeIf(style -> style.startsWith("state-"));
    state.getStyleClass().add(ServerWords.style(server));
    on.setSelected(server.on());
    on.setText(Text.of(server.on() ? "privacy.on" : "privacy.off"));
    on.setAccessibleText(Text.of("tools.server.switch", server.name()));
    setAccessibleText(name.getText() + ", " + state.getText());
    setGraphic(line);
  }
}
