package org.colloquy.desktop.ui.chat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.model.Message;
import org.jspecify.annotations.Nullable;

/// Below an answer: what is known of how it came about. What nobody knows is not shown. It is made
/// when somebody wants to see it, and the server is asked then.
final class AnswerInfo extends GridPane {
  private final AnswerFacts source;
  private final Runnable changed;
  private boolean wanted;
  private @Nullable Message shown;

  /// @param changed is told when there is more to see
  AnswerInfo(AnswerFacts source, Runnable changed) {
    this.source = source;
    this.changed = changed;
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
    var saved = answer.saved();
    setVisible(wanted && !answer.growing() && saved != null);
    if (!isVisible() || saved == null || saved.message().equals(shown)) {
      return;
    }
    var message = saved.message();
    shown = message;
    fill(AnswerFact.of(message));
    source.tell(
        message,
        facts -> {
          if (message.equals(shown)) {
            fill(facts);
            changed.run();
          }
        });
  }

  private void fill(List<AnswerFact> facts) {
    getChildren().clear();
    for (var row = 0; row < facts.size(); row++) {
      addRow(row, name(facts.get(row)), value(facts.get(row)));
    }
  }

  private static Label name(AnswerFact fact) {
    var name = new Label(fact.name());
    name.getStyleClass().add("hint");
    name.setMinWidth(Region.USE_PREF_SIZE);
    return name;
  }

  private static Label value(AnswerFact fact) {
    var value = new Label(fact.value());
    value.setWrapText(true);
    return value;
  }
}
