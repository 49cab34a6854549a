package org.colloquy.desktop.ui.tools;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.tools.RulesViewModel.Decision;
import org.jspecify.annotations.Nullable;

/// What was decided about a tool, and a button that forgets it.
final class DecisionCell extends ListCell<Decision> {
  private final Label tool = new Label();
  private final Label note = new Label();
  private final IconButton forget = new IconButton(Icon.TRASH, "");
  private final HBox line;

  DecisionCell(RulesViewModel model) {
    getStyleClass().addAll("panel-cell", "decision-cell");
    tool.getStyleClass().add("strong");
    note.getStyleClass().add("hint");
    var words = new VBox(tool, note);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(words, forget);
    line.getStyleClass().add("panel-line");
    forget.setOnAction(_ -> model.forget(getItem()));
  }

  @Override
  protected void updateItem(@Nullable Decision decision, boolean empty) {
    super.updateItem(decision, empty);
    if (empty || decision == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var since =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault())
            .format(decision.policy().setAt());
    tool.setText(decision.policy().tool());
    note.setText(
        Text.of(
            decision.policy().always() ? "tools.decision.always" : "tools.decision.never",
            whom(decision),
            since));
    forget.rename(Text.of("tools.decision.forget.named", tool.getText()));
    setAccessibleText(tool.getText() + ", " + note.getText());
    setGraphic(line);
  }

  private static String whom(Decision decision) {
    return switch (decision.agent()) {
      case null -> Text.of("tools.decision.gone");
      case "" -> Text.of("tools.decision.everybody");
      case String name -> name;
    };
  }
}
