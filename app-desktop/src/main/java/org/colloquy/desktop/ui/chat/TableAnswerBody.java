package org.colloquy.desktop.ui.chat;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.TableAnswer;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.data.Drawings;

/// What a model asked of tables and what came of it: the SQL, how many rows, and the rows or the
/// plot.
final class TableAnswerBody {
  private TableAnswerBody() {}

  static Node rows(TableAnswer.Rows answer, Drawings drawings) {
    return box(answer.sql(), drawings.card(answer.rows()));
  }

  static Node drawn(TableAnswer.Drawn answer, Drawings drawings) {
    return box(answer.sql(), drawings.of(answer.plot()));
  }

  private static Node box(String sql, Node below) {
    var asked = new SelectableText(new javafx.scene.text.Text(sql));
    asked.getStyleClass().add("answer-sql");
    var box = new VBox(asked, below);
    box.getStyleClass().add("table-answer");
    return box;
  }
}
