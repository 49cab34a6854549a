package org.colloquy.desktop.ui.parts.data;

import java.nio.charset.StandardCharsets;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.model.TableRows;

/// Rows with their count, which can be saved.
final class RowsCard extends VBox {
  private static final int IN_SIGHT = 8;

  RowsCard(TableRows rows, SaveLine line) {
    var count =
        new Label(Text.of(rows.cut() ? "data.count-cut" : "data.count", rows.rows().size()));
    count.getStyleClass().add("hint");
    line.offer(
        "rowsCsv",
        "CSV",
        () -> line.write("rows.csv", () -> CsvText.of(rows).getBytes(StandardCharsets.UTF_8)));
    getStyleClass().add("rows-card");
    getChildren().addAll(count, RowsGrid.of(rows, IN_SIGHT), line);
  }
}
