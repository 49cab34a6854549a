package org.colloquy.desktop.ui.history;

import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.SharedEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Direction;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.jspecify.annotations.Nullable;

/// One row of the sidebar: a heading, a folder, or a conversation that can be opened, renamed,
/// tagged, deleted.
final class HistoryCell extends ListCell<HistoryRow> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass INSIDE = PseudoClass.getPseudoClass("inside");
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

  private final HistoryViewModel model;
  private final HistoryMenu menus;
  private final HistoryActions actions;
  private final Label title = new Label();
  private final Label count = new Label();
  private final Region dot = new Region();
  private final IconButton more = new IconButton(Icon.MORE, Text.of("history.more"));
  private final HBox line = new HBox(title, count, dot, more);
  private final TextField field = new TextField();
  private boolean tagging;

  HistoryCell(
      HistoryViewModel model, HistoryActions actions, HistoryDrag drag, HistoryPreview preview) {
    this.model = model;
    this.menus = new HistoryMenu(model);
    this.actions = actions;
    getStyleClass().add("history-cell");
    line.getStyleClass().add("history-line");
    dot.getStyleClass().add("unread-dot");
    count.getStyleClass().add("history-count");
    Hiding.whole(dot, count);
    setPrefWidth(0);
    title.setTextOverrun(OverrunStyle.ELLIPSIS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Direction.follow(title, title.textProperty());
    Direction.follow(field, field.textProperty());
    more.setFocusTraversable(false);
    more.getStyleClass().add("history-more");
    more.setOnAction(_ -> showMenu(more));
    field.setOnAction(_ -> take());
    field.focusedProperty().addListener((_, _, focused) -> leaveField(focused));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    setOnContextMenuRequested(this::requested);
    drag.watch(this, actions);
    preview.watch(this);
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      cancelEdit();
    }
  }

  static String title(ConversationEntry conversation) {
    return conversation.title().isBlank() ? Text.of("history.untitled") : conversation.title();
  }

  @Override
  protected void updateItem(@Nullable HistoryRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEADING, !empty && row instanceof HistoryRow.Heading);
    pseudoClassStateChanged(INSIDE, row instanceof HistoryRow.Line(_, var inside, _) && inside);
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    setAccessibleHelp(null);
    if (empty) {
      return;
    }
    switch (row) {
      case null -> {}
      case HistoryRow.Heading(var group) -> showHeading(group);
      case HistoryRow.Folder folder -> show(folder);
      case HistoryRow.Line one -> show(one);
      case HistoryRow.Shared(var conversation) -> show(conversation);
    }
  }

  private void showHeading(Group group) {
    setText(
        switch (group) {
          case SHARED -> Text.of("history.shared");
          case PINNED -> Text.of("history.pinned");
          case FOLDERS -> Text.of("history.folders");
          case TODAY -> Text.of("history.today");
          case YESTERDAY -> Text.of("history.yesterday");
          case WEEK -> Text.of("history.week");
          case OLDER -> Text.of("history.older");
        });
    setAccessibleText(getText());
  }

  private void show(HistoryRow.Folder row) {
    showLine(row.folder().name(), row.unread() && !row.open());
    title.setGraphic(row.open() ? Icon.FOLDER_OPEN.node() : Icon.FOLDER.node());
    count.setText(String.valueOf(row.conversations()));
    count.setVisible(true);
    var key = row.open() ? "history.folder.open" : "history.folder.folded";
    setAccessibleText(Text.of(key, row.folder().name(), row.conversations()));
  }

  private void show(HistoryRow.Line row) {
    var conversation = row.conversation();
    showLine(title(conversation), row.unread());
    title.setGraphic(null);
    count.setVisible(false);
    var name = title(conversation);
    setAccessibleText(row.unread() ? Text.of("history.unread", name) : name);
    setAccessibleHelp(HistoryPreview.about(row));
  }

  private void show(SharedEntry conversation) {
    var name = conversation.title().isBlank() ? Text.of("history.untitled") : conversation.title();
    showLine(name, conversation.unread());
    title.setGraphic(null);
    count.setText(conversation.owner());
    count.setVisible(true);
    var whose = Text.of("history.shared.by", name, conversation.owner());
    setAccessibleText(conversation.unread() ? Text.of("history.unread", whose) : whose);
    setAccessibleHelp(HistoryPreview.about(getItem()));
  }

  private void showLine(String name, boolean unread) {
    title.setText(name);
    more.setVisible(!(getItem() instanceof HistoryRow.Shared));
    dot.setVisible(unread);
    pseudoClassStateChanged(UNREAD, unread);
    setGraphic(line);
  }

  private void click(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY
        || isEditing()
        || event.isShortcutDown()
        || event.isShiftDown()) {
      return;
    }
    if (getItem() instanceof HistoryRow.Folder(var folder, _, _, _)) {
      model.fold(folder);
    } else if (getItem() instanceof HistoryRow.Line(var conversation, _, _)) {
      model.selected().set(conversation.id());
      if (event.getClickCount() == 2) {
        startEdit();
      }
    } else if (getItem() instanceof HistoryRow.Shared(var conversation)) {
      model.selected().set(conversation.id());
    }
  }

  private void requested(ContextMenuEvent event) {
    var menu = menu();
    if (menu != null) {
      menu.show(this, event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }

  /// Shows what can be done with this row below a node.
  void showMenu(Node below) {
    var menu = menu();
    if (menu != null) {
      menu.show(below, Side.BOTTOM, 0, 0);
    }
  }

  /// Shows the folders that what is chosen can go to.
  void showFolders() {
    if (getItem() instanceof HistoryRow.Line(var conversation, _, _)) {
      menus.moving(actions.chosenWith(conversation)).show(this, Side.BOTTOM, 0, 0);
    }
  }

  private @Nullable ContextMenu menu() {
    return switch (getItem()) {
      case HistoryRow.Folder(var folder, _, _, _) -> menus.of(folder, this::startEdit);
      case HistoryRow.Line(var conversation, _, _) ->
          menus.of(actions.chosenWith(conversation), this::startEdit, this::startTagging);
      case HistoryRow.Heading _, HistoryRow.Shared _ -> null;
      case null -> null;
    };
  }

  /// Edits the tags instead of the title.
  void startTagging() {
    tagging = true;
    startEdit();
  }

  @Override
  public void startEdit() {
    var text = edited(getItem());
    if (text != null) {
      super.startEdit();
      field.setAccessibleText(Text.of(tagging ? "history.tags" : "history.rename"));
      field.setPromptText(tagging ? Text.of("history.tags") : "");
      field.setText(text);
      setGraphic(field);
      field.requestFocus();
      field.selectAll();
    }
  }

  private @Nullable String edited(@Nullable HistoryRow row) {
    return switch (row) {
      case HistoryRow.Folder(var folder, _, _, _) -> folder.name();
      case HistoryRow.Line(var conversation, _, _) ->
          tagging ? String.join(", ", conversation.place().tags()) : title(conversation);
      case HistoryRow.Heading _, HistoryRow.Shared _ -> null;
      case null -> null;
    };
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    tagging = false;
    if (edited(getItem()) != null) {
      setGraphic(line);
    }
  }

  private void take() {
    if (!isEditing()) {
      return;
    }
    var wanted = field.getText();
    var row = getItem();
    boolean tags = tagging;
    cancelEdit();
    if (row instanceof HistoryRow.Folder(var folder, _, _, _)) {
      model.renameFolder(folder, wanted);
    } else if (row instanceof HistoryRow.Line(var conversation, _, _)) {
      if (tags) {
        model.commands().tag(conversation, wanted);
      } else {
        model.rename(conversation, wanted);
      }
    }
  }

  private void leaveField(boolean focused) {
    if (!focused) {
      take();
    }
  }
}
