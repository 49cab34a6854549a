package org.colloquy.desktop.ui.chat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.colloquy.desktop.ui.parts.Hiding;

/// Below an answer: what is known of how it came about. What nobody knows is not shown.
final class AnswerInfo extends GridPane {
  private boolean wanted;
  private List<AnswerFact> shown = List.of();

  AnswerInfo() {
    getStyleClass().add("answer-info");
    Hiding.whole(this);
    setVisible(false);
  }

  /// Opens it, or closes it.
  void turn(MessageViewModel answer) {
    wanted = !wanted;
    show(answer);
  }

  /// Shows the answer as it is now, if somebody wants to see it.
  void show(MessageViewModel answer) {
    setVisible(wanted && !answer.growing());
    if (isVisible()) {
      var facts = AnswerFact.of(answer);
      if (!facts.equals(shown)) {
        shown = new ArrayList<>(facts);
        getChildren().clear();
        for (var row = 0; row < facts.size(); row++) {
          addRow(row, name(facts.get(row)), new Label(facts.get(row).value()));
        }
      }
    }
  }

  private static Label name(AnswerFact fact) {
    var name = new Label(fact.name());
    name.getStyleClass().add("hint");
    name.setMinWidth(Region.USE_PREF_SIZE);
    return name;
  }
}
