package org.colloquy.desktop.ui.parts.data;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.colloquy.desktop.text.Text;
import org.colloquy.model.TableRows;
import org.colloquy.model.TableRows.ResultColumn;
import org.jspecify.annotations.Nullable;

/// Rows as a table of which only what is in sight exists.
public final class RowsGrid extends TableView<List<@Nullable String>> {
  private static final int LONGEST = 300;

  /// How high a row is in text of the usual size.
  private static final double USUAL_ROW = 28;

  private static final double WIDEST = 260;
  private static final double NARROWEST = 60;
  private static final double LETTER = 7.5;
  private static final double BESIDE = 32;
  private static final int LOOKED_AT = 50;
  private static final int MOST_COLUMNS = 200;

  private double row = USUAL_ROW;

  public RowsGrid() {
    getStyleClass().add("rows-grid");
    fixedCellSizeProperty().subscribe(size -> widen(size.doubleValue()));
    setAccessibleText(Text.of("data.rows"));
    setPlaceholder(new Label(Text.of("data.none")));
  }

  /// A grid that is as high as its rows, up to so many.
  public static RowsGrid of(TableRows rows, int most) {
    var grid = new RowsGrid();
    grid.show(rows);
    int lines = 2 + Math.clamp(rows.rows().size(), 1, most);
    grid.fixedCellSizeProperty().subscribe(size -> grid.height(lines, size.doubleValue()));
    return grid;
  }

  private void height(int lines, double size) {
    if (size > 0) {
      setPrefHeight(size * lines);
      setMinHeight(size * 2);
    }
  }

  /// The size of a row follows that of the text, and so do the columns.
  private void widen(double size) {
    if (size > 0) {
      double times = size / row;
      row = size;
      getColumns().forEach(column -> column.setPrefWidth(column.getPrefWidth() * times));
    }
  }

  public void show(TableRows rows) {
    if (!rows.columns().stream()
        .map(ResultColumn::name)
        .toList()
        .equals(getColumns().stream().map(TableColumn::getText).toList())) {
      getColumns().clear();
      for (int i = 0; i < Math.min(MOST_COLUMNS, rows.columns().size()); i++) {
        getColumns().add(column(rows, i));
      }
    }
    setItems(FXCollections.observableArrayList(rows.rows()));
  }

  private TableColumn<List<@Nullable String>, String> column(TableRows rows, int index) {
    var head = rows.columns().get(index);
    var column = new TableColumn<List<@Nullable String>, String>(head.name());
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(width(rows, index));
    column.setCellValueFactory(row -> new SimpleStringProperty(shown(row.getValue().get(index))));
    boolean right = head.type().isNumber();
    column.setCellFactory(_ -> new ValueCell(right));
    return column;
  }

  private static String shown(@Nullable String value) {
    if (value == null) {
      return "";
    }
    var line = value.replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private double width(TableRows rows, int index) {
    int longest =
        rows.rows().stream()
            .limit(LOOKED_AT)
            .map(row -> shown(row.get(index)))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    int letters = Math.max(longest, rows.columns().get(index).name().length() + 2);
    double usual = Math.clamp(letters * LETTER + BESIDE, NARROWEST, WIDEST);
    return usual * row / USUAL_ROW;
  }

  private static final class ValueCell extends TableCell<List<@Nullable String>, String> {
    ValueCell(boolean right) {
      setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable String value, boolean empty) {
      super.updateItem(value, empty);
      setText(empty || value == null ? "" : value);
    }
  }
}
