package org.colloquy.desktop.ui.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Named;
import org.colloquy.model.ColumnType;
import org.colloquy.model.DataTable;
import org.colloquy.model.DateOrder;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableForm;
import org.jspecify.annotations.Nullable;

/// How a table stands in its file, as it was guessed, to be corrected.
final class TableFormPane extends VBox {
  private final TextField encoding = new TextField();
  private final ChoiceBox<String> delimiter = new ChoiceBox<>();
  private final ChoiceBox<String> quote = new ChoiceBox<>();
  private final TextField skip = new TextField();
  private final CheckBox header = new CheckBox(Text.of("tables.header"));
  private final ChoiceBox<String> decimal = new ChoiceBox<>();
  private final ChoiceBox<DateOrder> dates = new ChoiceBox<>();
  private final TextField missing = new TextField();
  private final ListView<TableColumn> columns = new ListView<>();
  private final Map<String, ColumnType> types = new LinkedHashMap<>();
  private final GridPane grid = new GridPane();
  private final List<Node> ofTexts = new ArrayList<>();

  TableFormPane() {
    getStyleClass().add("table-form");
    grid.getStyleClass().add("table-form-grid");
    delimiter.getItems().setAll(",", ";", "\t", "|", ":", " ");
    delimiter.setConverter(new Named<>(TableFormPane::mark));
    quote.getItems().setAll("\"", "'", "");
    quote.setConverter(new Named<>(TableFormPane::mark));
    decimal.getItems().setAll(".", ",");
    decimal.setConverter(new Named<>(TableFormPane::mark));
    dates.getItems().setAll(DateOrder.values());
    dates.setConverter(new Named<>(TableFormPane::order));
    ofTexts.addAll(row("tables.encoding", encoding, "tableEncoding"));
    ofTexts.addAll(row("tables.delimiter", delimiter, "tableDelimiter"));
    ofTexts.addAll(row("tables.quote", quote, "tableQuote"));
    ofTexts.addAll(row("tables.skip", skip, "tableSkip"));
    row("tables.decimal", decimal, "tableDecimal");
    row("tables.dates", dates, "tableDates");
    row("tables.missing", missing, "tableMissing");
    header.setId("tableHeader");
    header.setAccessibleText(header.getText());
    columns.setId("tableTypes");
    columns.setAccessibleText(Text.of("tables.types"));
    columns.getStyleClass().add("panel-list");
    columns.setStyle("-fx-pref-height: 13.6em; -fx-min-height: 6.8em");
    columns.setCellFactory(_ -> new TypeCell());
    VBox.setVgrow(columns, Priority.ALWAYS);
    getChildren().addAll(grid, header, columns);
  }

  private List<Node> row(String text, Region control, String id) {
    var label = new Label(Text.of(text));
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setLabelFor(control);
    control.setId(id);
    control.setAccessibleText(label.getText());
    control.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(control, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), label, control);
    return List.of(label, control);
  }

  void show(DataTable table) {
    var form = table.form();
    encoding.setText(form.encoding());
    choose(delimiter, form.delimiter());
    choose(quote, form.quote());
    skip.setText(String.valueOf(form.skip()));
    header.setSelected(form.header());
    choose(decimal, form.decimal());
    dates.setValue(form.dates());
    missing.setText(String.join(" ", form.missing()));
    types.clear();
    columns.setItems(FXCollections.observableArrayList(table.columns()));
    ofTexts.forEach(node -> {
      node.setVisible(table.sheet().isEmpty());
      node.setManaged(table.sheet().isEmpty());
    });
  }

  private static void choose(ChoiceBox<String> box, String value) {
    if (!box.getItems().contains(value)) {
      box.getItems().add(value);
    }
    box.setValue(value);
  }

  TableForm form() {
    var lines = skip.getText().strip();
    return new TableForm(
        encoding.getText().strip(),
        delimiter.getValue(),
        quote.getValue(),
        lines.matches("\\d{1,5}") ? Integer.parseInt(lines) : 0,
        header.isSelected(),
        decimal.getValue(),
        dates.getValue(),
        Stream.of(missing.getText().strip().split("\\s+")).filter(one -> !one.isEmpty()).toList());
  }

  /// The types that were chosen, by names of columns.
  Map<String, ColumnType> types() {
    return Map.copyOf(types);
  }

  private static String mark(String mark) {
    return Text.of(
        switch (mark) {
          case "," -> "tables.mark.comma";
          case ";" -> "tables.mark.semicolon";
          case "\t" -> "tables.mark.tab";
          case "|" -> "tables.mark.bar";
          case ":" -> "tables.mark.colon";
          case " " -> "tables.mark.blank";
          case "." -> "tables.mark.point";
          case "\"" -> "tables.mark.double";
          case "'" -> "tables.mark.single";
          default -> "tables.mark.none";
        });
  }

  /// In which order the parts of dates stand, in words.
  static String order(DateOrder order) {
    return Text.of(
        switch (order) {
          case YEAR_MONTH_DAY -> "tables.dates.year";
          case DAY_MONTH_YEAR -> "tables.dates.day";
          case MONTH_DAY_YEAR -> "tables.dates.month";
        });
  }

  private static String type(ColumnType type) {
    return Text.of(
        switch (type) {
          case INTEGER -> "tables.type.integer";
          case DECIMAL -> "tables.type.decimal";
          case DOUBLE -> "tables.type.double";
          case BOOLEAN -> "tables.type.boolean";
          case DATE -> "tables.type.date";
          case TIME -> "tables.type.time";
          case TIMESTAMP -> "tables.type.timestamp";
          case TEXT -> "tables.type.text";
        });
  }

  private final class TypeCell extends ListCell<TableColumn> {
    private final Label name = new Label();
    private final ChoiceBox<ColumnType> type = new ChoiceBox<>();
    private final HBox line = new HBox(name, type);
    private boolean showing;

    TypeCell() {
      getStyleClass().add("panel-cell");
      setPrefWidth(0);
      line.getStyleClass().add("panel-line");
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      type.getItems().setAll(ColumnType.values());
      type.setConverter(new Named<>(TableFormPane::type));
      type.setMinWidth(Region.USE_PREF_SIZE);
      type.valueProperty().addListener((_, _, chosen) -> choose(chosen));
    }

    private void choose(@Nullable ColumnType chosen) {
      var column = getItem();
      if (!showing && column != null && chosen != null) {
        types.put(column.name(), chosen);
      }
    }

    @Override
    protected void updateItem(@Nullable TableColumn column, boolean empty) {
      super.updateItem(column, empty);
      if (empty || column == null) {
        setGraphic(null);
        return;
      }
      showing = true;
      name.setText(column.name());
      type.setAccessibleText(Text.of("tables.type-of", column.name()));
      type.setValue(types.getOrDefault(column.name(), column.type()));
      showing = false;
      setGraphic(line);
    }
  }
}
