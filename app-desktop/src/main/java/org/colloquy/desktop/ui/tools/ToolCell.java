package org.colloquy.desktop.ui.tools;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.ToolEntry;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// A tool in the list: what it does, what leaves with it, and whether it asks.
final class ToolCell extends ListCell<ToolEntry> {
  private final Label name = new Label();
  private final Label rule = new Label();
  private final Label description = new Label();
  private final VBox lines;

  ToolCell() {
    getStyleClass().add("panel-cell");
    setPrefWidth(0);
    name.getStyleClass().add("strong");
    rule.getStyleClass().add("hint");
    rule.setMinWidth(Region.USE_PREF_SIZE);
    description.getStyleClass().add("hint");
    description.setWrapText(true);
    description.setMinHeight(Region.USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    lines = new VBox(new HBox(name, space, rule), description);
  }

  @Override
  protected void updateItem(@Nullable ToolEntry tool, boolean empty) {
    super.updateItem(tool, empty);
    if (empty || tool == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(tool.name());
    rule.setText(rule(tool.rule()) + " · " + sends(tool.sends()));
    description.setText(firstSentence(tool.description()));
    setAccessibleText(name.getText() + ", " + rule.getText() + ", " + description.getText());
    setGraphic(lines);
  }

  private static String rule(ToolEntry.Rule rule) {
    return switch (rule) {
      case ASK -> Text.of("tools.rule.ask");
      case ALWAYS -> Text.of("tools.rule.always");
      case NEVER -> Text.of("tools.rule.never");
    };
  }

  private static String sends(ToolEntry.Sends sends) {
    return switch (sends) {
      case NOTHING -> Text.of("tools.sends.nothing");
      case ONE_SERVICE -> Text.of("tools.sends.one-service");
      case ANYWHERE -> Text.of("tools.sends.anywhere");
    };
  }

  /// What models are told about a tool can be long.
  private static String firstSentence(String description) {
    var end = description.indexOf(". ");
    return end < 0 ? description : description.substring(0, end + 1);
  }
}
