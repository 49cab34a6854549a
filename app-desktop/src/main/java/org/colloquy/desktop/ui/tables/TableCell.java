package org.colloquy.desktop.ui.tables;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.TableEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.model.DataTable;
import org.colloquy.model.TableState;
import org.jspecify.annotations.Nullable;

/// A table in the list: its name, its size, how far it is, and what was wrong with its rows.
final class TableCell extends ListCell<TableEntry> {
  private final Label name = new Label();
  private final Label note = new Label();
  private final Label trouble = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final HBox line;

  TableCell(TablesViewModel model) {
    getStyleClass().add("panel-cell");
    setPrefWidth(0);
    name.getStyleClass().add("strong");
    note.getStyleClass().add("hint");
    trouble.getStyleClass().add("hint");
    for (var label : new Label[] {note, trouble}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText(Text.of("tables.progress"));
    Hiding.whole(trouble, progress);
    var words = new VBox(name, note, trouble, progress);
    HBox.setHgrow(words, Priority.ALWAYS);
    var remove = new IconButton(Icon.TRASH, Text.of("tables.remove"));
    remove.setOnAction(_ -> {
      var entry = getItem();
      if (entry != null) {
        model.remove(entry.table().id());
      }
    });
    line = new HBox(words, remove);
    line.getStyleClass().add("panel-line");
  }

  @Override
  protected void updateItem(@Nullable TableEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var table = entry.table();
    name.setText(table.name());
    note.setText(note(entry));
    trouble.setText(trouble(table));
    trouble.setVisible(!trouble.getText().isEmpty());
    progress.setVisible(entry.isOnTheWay());
    progress.setProgress(entry.progress());
    setAccessibleText(name.getText() + ", " + note.getText() + " " + trouble.getText());
    setGraphic(line);
  }

  private static String note(TableEntry entry) {
    var table = entry.table();
    var source = table.sheet().isEmpty() ? table.file() : table.file() + " · " + table.sheet();
    return switch (table.state()) {
      case WAITING, LOADING -> source + " · " + Text.of("tables.loading");
      case READY -> source + " · " + Text.of("tables.size", table.rows(), table.columns().size());
      case FAILED -> source + " · " + table.why();
    };
  }

  private static String trouble(DataTable table) {
    return table.state() == TableState.READY ? (doubts(table) + " " + faults(table)).strip() : "";
  }

  private static String doubts(DataTable table) {
    var columns = table.faults().unclearDates();
    var order = TableFormPane.order(table.form().dates());
    return columns.isEmpty() ? "" : Text.of("tables.unclear", String.join(", ", columns), order);
  }

  private static String faults(DataTable table) {
    var faults = table.faults();
    if (faults.tooFew() + faults.tooMany() + faults.unfit() == 0) {
      return "";
    }
    var lines = String.join(", ", faults.lines().stream().map(String::valueOf).toList());
    return Text.of("tables.faults", faults.tooFew(), faults.tooMany(), faults.unfit(), lines);
  }
}
