package org.colloquy.desktop.ui.tables;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.TableEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.PageView;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.colloquy.desktop.ui.parts.data.Drawings;
import org.colloquy.desktop.ui.parts.data.RowsGrid;
import org.colloquy.model.ConversationId;
import org.colloquy.model.TableRows;
import org.jspecify.annotations.Nullable;

/// The page with the tables of the open conversation.
public final class TablesView implements PageView {
  private final TablesViewModel model;
  private final RowsGrid preview = new RowsGrid();
  private final TableResultPane result;
  private final TableFormPane form = new TableFormPane();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ListView<TableEntry> tableList;
  @FXML private StackPane tablesFailure;
  @FXML private VBox tableDetail;
  @FXML private ToggleButton tableRowsTab;
  @FXML private ToggleButton tableFormTab;
  @FXML private ToggleButton tableAskTab;
  @FXML private VBox tableRows;
  @FXML private VBox tableForm;
  @FXML private VBox tableAsk;
  @FXML private Label pageLabel;
  @FXML private Button earlierRows;
  @FXML private Button laterRows;
  @FXML private TextArea tableSql;

  public TablesView(TablesViewModel model, Drawings drawings, SaveDialog saveDialog) {
    this.model = model;
    this.result = new TableResultPane(model.result(), drawings, saveDialog);
  }

  @FXML
  private void initialize() {
    Hiding.whole(tablesFailure, tableDetail, tableRows, tableForm, tableAsk);
    tableList.setItems(model.tables().items());
    tableList.setCellFactory(_ -> new TableCell(model));
    var none = new Label(Text.of("tables.none"));
    none.setWrapText(true);
    tableList.setPlaceholder(none);
    preview.setId("tablePreview");
    tableRows.getChildren().addFirst(preview);
    tableForm.getChildren().addFirst(form);
    tableAsk.getChildren().addLast(result);
    VBox.setVgrow(preview, Priority.ALWAYS);
    VBox.setVgrow(form, Priority.ALWAYS);
    VBox.setVgrow(result, Priority.ALWAYS);
    tableSql.textProperty().bindBidirectional(model.sql());
    addTabs();
    bonds =
        Subscription.combine(
            model.tables().failure().subscribe(why -> FailureCard.show(tablesFailure, why)),
            tableList.getSelectionModel().selectedItemProperty().subscribe(this::choose),
            model.chosen().subscribe(this::showChosen),
            model.rows().subscribe(this::showRows),
            result::close);
  }

  private void addTabs() {
    var group = new ToggleGroup();
    group.getToggles().addAll(tableRowsTab, tableFormTab, tableAskTab);
    group.selectToggle(tableRowsTab);
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          }
        });
    follow(tableRowsTab, tableRows);
    follow(tableFormTab, tableForm);
    follow(tableAskTab, tableAsk);
  }

  private static void follow(ToggleButton tab, Node page) {
    page.visibleProperty().bind(tab.selectedProperty());
  }

  private void choose(@Nullable TableEntry entry) {
    if (entry != null) {
      model.choose(entry);
    }
  }

  private void showChosen(@Nullable TableEntry entry) {
    tableDetail.setVisible(entry != null);
    if (entry != null) {
      form.show(entry.table());
      tableList.getSelectionModel().select(entry);
      if (model.sql().get().isBlank()) {
        model.sql().set("select * from " + entry.table().name() + " limit 20");
      }
    }
  }

  private void showRows(@Nullable TableRows rows) {
    preview.show(rows == null ? new TableRows(List.of(), List.of(), false) : rows);
    earlierRows.setDisable(!model.hasEarlier());
    laterRows.setDisable(!model.hasLater());
    var chosen = model.chosen().get();
    pageLabel.setText(
        rows == null || rows.rows().isEmpty() || chosen == null
            ? ""
            : Text.of(
                "tables.page",
                model.from() + 1,
                model.from() + rows.rows().size(),
                chosen.table().rows()));
  }

  @FXML
  private void earlier() {
    model.earlier();
  }

  @FXML
  private void later() {
    model.later();
  }

  @FXML
  private void correct() {
    model.correct(form.form(), form.types());
  }

  @FXML
  private void ask() {
    model.ask();
  }

  @Override
  public void show(@Nullable ConversationId conversation) {
    model.show(conversation);
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    tableSql.textProperty().unbindBidirectional(model.sql());
  }
}
