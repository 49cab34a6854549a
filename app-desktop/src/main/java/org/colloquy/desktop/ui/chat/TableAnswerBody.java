package org.colloquy.desktop.ui.chat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.TableAnswer;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.data.Drawings;
import org.colloquy.desktop.ui.parts.data.RowsGrid;

/// What a model asked of tables and what came of it: the SQL, how many rows, and the rows or the
/// plot.
final class TableAnswerBody {
  private static final int ROWS_IN_SIGHT = 8;

  private TableAnswerBody() {}

  static Node rows(TableAnswer.Rows answer) {
    var rows = answer.rows();
    var count =
        new Label(Text.of(rows.cut() ? "data.count-cut" : "data.count", rows.rows().size()));
    count.getStyleClass().add("hint");
    return box(answer.sql(), count, RowsGrid.of(rows, ROWS_IN_SIGHT));
  }

  static Node drawn(TableAnswer.Drawn answer, Drawings drawings) {
    return box(answer.sql(), drawings.of(answer.plot()));
  }

  private static Node box(String sql, Node... below) {
    var asked = new SelectableText(new javafx.scene.text.Text(sql));
    asked.getStyleClass().add("answer-sql");
    var box = new VBox(asked);
    box.getChildren().addAll(below);
    box.getStyleClass().add("table-answer");
    return box;
  }
}
