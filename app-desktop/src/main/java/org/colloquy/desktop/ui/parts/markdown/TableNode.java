package org.colloquy.desktop.ui.parts.markdown;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.CopyButton;
import org.colloquy.desktop.ui.parts.Direction;

/// A table on the screen. A new row is added; anything else builds it anew.
final class TableNode implements BlockNode {
  private static final double WIDEST = 360;

  private final GridPane grid = new GridPane();
  private final VBox frame = new VBox(grid);
  private Block.Table shown;
  private final Leads leads;

  TableNode(Block.Table table, Leads leads) {
    this.leads = leads;
    this.shown = table;
    grid.getStyleClass().add("table");
    frame.getStyleClass().add("table-frame");
    grid.setMaxWidth(Region.USE_PREF_SIZE);
    frame.getChildren().add(tools());
    show(table);
  }

  private HBox tools() {
    var csv = new CopyButton(Text.of("chat.table.copy", "CSV"), () -> TableText.csv(shown));
    csv.setText("CSV");
    var markdown =
        new CopyButton(Text.of("chat.table.copy", "Markdown"), () -> TableText.markdown(shown));
    markdown.setText("Markdown");
    var tools = new HBox(csv, markdown);
    tools.getStyleClass().add("table-tools");
    return tools;
  }

  @Override
  public Region region() {
    return frame;
  }

  @Override
  public boolean adapt(Block block) {
    if (block instanceof Block.Table table) {
      shown = table;
      grid.getChildren().clear();
      grid.getColumnConstraints().clear();
      show(table);
      return true;
    }
    return false;
  }

  private void show(Block.Table table) {
    frame.setNodeOrientation(Direction.of(String.join(" ", Letters.of(List.of(table)))));
    for (var row = 0; row < table.rows().size(); row++) {
      var cells = table.rows().get(row);
      for (var column = 0; column < cells.size(); column++) {
        grid.add(cell(cells.get(column), row), column, row);
      }
    }
    var columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
    for (var column = 0; column < columns; column++) {
      var constraints = new ColumnConstraints(40, Region.USE_COMPUTED_SIZE, WIDEST);
      constraints.setHgrow(Priority.SOMETIMES);
      constraints.setHalignment(HPos.LEFT);
      grid.getColumnConstraints().add(constraints);
    }
  }

  private Region cell(Block.Cell cell, int row) {
    var runs = new RunsView(cell.content(), leads);
    runs.flow()
        .setTextAlignment(
            switch (cell.side()) {
              case LEFT -> TextAlignment.LEFT;
              case CENTER -> TextAlignment.CENTER;
              case RIGHT -> TextAlignment.RIGHT;
            });
    var holder = new StackPane(runs.flow());
    holder.getStyleClass().add(row == 0 ? "table-head" : "table-cell");
    if (row > 0 && row % 2 == 0) {
      holder.getStyleClass().add("table-even");
    }
    return holder;
  }
}
