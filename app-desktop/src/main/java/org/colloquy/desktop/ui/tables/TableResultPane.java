package org.colloquy.desktop.ui.tables;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Named;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.colloquy.desktop.ui.parts.data.Drawings;
import org.colloquy.desktop.ui.parts.data.RowsGrid;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotSpec;
import org.colloquy.model.TableRows;
import org.colloquy.model.TableRows.ResultColumn;
import org.jspecify.annotations.Nullable;

/// What a question in SQL came to, with buttons to save it and a small form to draw it.
final class TableResultPane extends VBox {
  private static final double NARROWEST = 100;
  private static final double WIDEST = 160;

  private final Drawings drawings;
  private final RowsGrid rows = new RowsGrid();
  private final Label count = new Label();
  private final ChoiceBox<PlotSpec.Kind> kind = new ChoiceBox<>();
  private final ChoiceBox<String> across = new ChoiceBox<>();
  private final ChoiceBox<String> up = new ChoiceBox<>();
  private final ScrollPane drawn = new ScrollPane();
  private final Subscription bonds;

  TableResultPane(TableResult model, Drawings drawings, SaveDialog saveDialog) {
    this.drawings = drawings;
    getStyleClass().add("table-part");
    rows.setId("tableAnswer");
    count.getStyleClass().add("hint");
    var save = button("saveRows", Text.of("data.save", "CSV"));
    save.setOnAction(_ -> {
      var to = saveDialog.ask("rows.csv");
      if (to != null) {
        model.save(to);
      }
    });
    var draw = button("drawRows", Text.of("tables.draw"));
    draw.setOnAction(_ -> model.draw(kind.getValue(), across.getValue(), up.getValue()));
    draw.disableProperty().bind(across.valueProperty().isNull());
    offerKinds();
    choice("plotX", "tables.draw.x", across);
    choice("plotY", "tables.draw.y", up);
    drawn.setFitToWidth(true);
    drawn.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(rows, Priority.ALWAYS);
    VBox.setVgrow(drawn, Priority.ALWAYS);
    Hiding.whole(this, drawn, up);
    getChildren().addAll(line(count, save), rows, line(kind, across, up, draw), drawn);
    bonds =
        Subscription.combine(
            model.asked().subscribe(now -> show(now == null ? null : now.rows())),
            model.plot().subscribe(this::showPlot));
  }

  private static FlowPane line(Node... parts) {
    var line = new FlowPane(6, 6, parts);
    line.getStyleClass().add("table-line");
    return line;
  }

  private static Button button(String id, String words) {
    var button = new Button(words);
    button.setId(id);
    button.getStyleClass().add("small");
    return button;
  }

  private void offerKinds() {
    kind.setId("plotKind");
    kind.setAccessibleText(Text.of("tables.draw.kind"));
    kind.getItems().setAll(PlotSpec.Kind.values());
    kind.setConverter(new Named<>(TableResultPane::name));
    kind.setValue(PlotSpec.Kind.LINE);
    up.visibleProperty().bind(kind.valueProperty().isNotEqualTo(PlotSpec.Kind.HISTOGRAM));
  }

  private static String name(PlotSpec.Kind kind) {
    return switch (kind) {
      case LINE -> Text.of("tables.draw.line");
      case BAR -> Text.of("tables.draw.bar");
      case SCATTER -> Text.of("tables.draw.scatter");
      case HISTOGRAM -> Text.of("tables.draw.histogram");
    };
  }

  private static void choice(String id, String key, ChoiceBox<String> box) {
    box.setId(id);
    box.setAccessibleText(Text.of(key));
    box.setMinWidth(NARROWEST);
    box.setMaxWidth(WIDEST);
  }

  private void show(@Nullable TableRows found) {
    setVisible(found != null);
    if (found != null) {
      rows.show(found);
      count.setText(Text.of(found.cut() ? "data.count-cut" : "data.count", found.rows().size()));
      var names = found.columns().stream().map(ResultColumn::name).toList();
      across.getItems().setAll(names);
      up.getItems().setAll(names);
      across.setValue(names.isEmpty() ? null : names.getFirst());
      up.setValue(lastNumber(found));
    }
  }

  /// What is most likely meant to go up.
  private static @Nullable String lastNumber(TableRows found) {
    return found.columns().reversed().stream()
        .filter(column -> column.type().isNumber())
        .map(ResultColumn::name)
        .findFirst()
        .orElse(null);
  }

  private void showPlot(@Nullable Plot plot) {
    drawn.setVisible(plot != null);
    drawn.setContent(plot == null ? null : drawings.card(plot));
  }

  void close() {
    bonds.unsubscribe();
  }
}
