package org.colloquy.desktop.ui.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;

/// One row of the sidebar: a heading, or a conversation that can be opened, renamed, deleted.
final class HistoryCell extends ListCell<HistoryRow> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final HistoryViewModel model;
  private final Label title = new Label();
  private final IconButton more = new IconButton(Icon.MORE, Text.of("history.more"));
  private final HBox line = new HBox(title, more);
  private final TextField field = new TextField();
  private final ContextMenu menu = new ContextMenu();

  HistoryCell(HistoryViewModel model) {
    this.model = model;
    getStyleClass().add("history-cell");
    line.getStyleClass().add("history-line");
    setPrefWidth(0);
    title.setTextOverrun(OverrunStyle.ELLIPSIS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    more.setFocusTraversable(false);
    more.getStyleClass().add("history-more");
    more.setOnAction(_ -> menu.show(more, javafx.geometry.Side.BOTTOM, 0, 0));
    menu.getItems()
        .addAll(item("history.rename", this::startEdit), item("history.remove", this::removeThis));
    field.setAccessibleText(Text.of("history.rename"));
    field.setOnAction(_ -> rename());
    field.focusedProperty().addListener((_, _, focused) -> leaveField(focused));
    field.addEventFilter(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            cancelEdit();
          }
        });
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
  }

  private static MenuItem item(String key, Runnable action) {
    var item = new MenuItem(Text.of(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  static String title(ConversationEntry conversation) {
    return conversation.title().isBlank() ? Text.of("history.untitled") : conversation.title();
  }

  @Override
  protected void updateItem(HistoryRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEADING, !empty && row instanceof HistoryRow.Heading);
    setContextMenu(null);
    setText(null);
    setGraphic(null);
    setTooltip(null);
    if (empty) {
      setAccessibleText(null);
      return;
    }
    switch (row) {
      case null -> {}
      case HistoryRow.Heading(var period) -> showHeading(period);
      case HistoryRow.Line(var conversation) -> showLine(conversation);
    }
  }

  private void showHeading(Period period) {
    setText(
        switch (period) {
          case TODAY -> Text.of("history.today");
          case YESTERDAY -> Text.of("history.yesterday");
          case WEEK -> Text.of("history.week");
          case OLDER -> Text.of("history.older");
        });
    setAccessibleText(getText());
  }

  private void showLine(ConversationEntry conversation) {
    title.setText(title(conversation));
    setGraphic(line);
    setContextMenu(menu);
    setAccessibleText(title(conversation));
    var when =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault())
            .format(conversation.updatedAt());
    setTooltip(new Tooltip(title(conversation) + "\n" + when));
  }

  private void click(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || isEditing()) {
      return;
    }
    if (getItem() instanceof HistoryRow.Line(var conversation)) {
      model.selected().set(conversation.id());
      if (event.getClickCount() == 2) {
        startEdit();
      }
    }
  }

  private void removeThis() {
    if (getItem() instanceof HistoryRow.Line(var conversation)) {
      model.remove(conversation);
    }
  }

  @Override
  public void startEdit() {
    if (getItem() instanceof HistoryRow.Line(var conversation)) {
      super.startEdit();
      field.setText(title(conversation));
      setGraphic(field);
      field.requestFocus();
      field.selectAll();
    }
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    if (getItem() instanceof HistoryRow.Line) {
      setGraphic(line);
    }
  }

  private void rename() {
    if (isEditing() && getItem() instanceof HistoryRow.Line(var conversation)) {
      var wanted = field.getText();
      cancelEdit();
      model.rename(conversation, wanted);
    }
  }

  private void leaveField(boolean focused) {
    if (!focused) {
      rename();
    }
  }
}
