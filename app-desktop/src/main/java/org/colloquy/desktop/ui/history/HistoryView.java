package org.colloquy.desktop.ui.history;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.SharedEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureWords;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.IconButton;
import org.jspecify.annotations.Nullable;

/// The conversations on the screen.
public final class HistoryView {
  private static final PseudoClass PRESSED = PseudoClass.getPseudoClass("pressed-in");

  private final HistoryViewModel model;
  private final HistoryDrag drag;
  private final HistoryPreview preview;
  private final ListChangeListener<HistoryRow> moved = _ -> mark();
  private Subscription bonds = Subscription.EMPTY;
  private @Nullable HistoryActions actions;
  @FXML private TextField search;
  @FXML private MenuButton tagFilter;
  @FXML private Label place;
  @FXML private IconButton archiveButton;
  @FXML private ListView<HistoryRow> list;
  @FXML private HBox undo;
  @FXML private Label undoText;
  @FXML private Label failure;

  public HistoryView(HistoryViewModel model) {
    this.model = model;
    this.drag = new HistoryDrag(model);
    this.preview = new HistoryPreview(model);
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure, undo, tagFilter, place);
    var asked = new HistoryActions(list);
    actions = asked;
    list.setItems(model.rows());
    list.setCellFactory(_ -> new HistoryCell(model, asked, drag, preview));
    list.setEditable(true);
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    preview.watch(list);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuByKey);
    list.setPlaceholder(new Label(Text.of("history.nothing")));
    search.textProperty().bindBidirectional(model.filter());
    search.setOnAction(_ -> model.searchEverything());
    model.rows().addListener(moved);
    bonds =
        Subscription.combine(
            model.selected().subscribe(_ -> mark()),
            model.selected().subscribe(_ -> preview.opened()),
            model.known().now().subscribe(_ -> offerTags()),
            model.tag().subscribe(_ -> offerTags()),
            model.archived().subscribe(this::showPlace),
            model.shown().subscribe(this::showFolder),
            model.removed().subscribe(this::showUndo),
            model.failure().subscribe(this::showFailure));
  }

  /// Marks the open conversation.
  private void mark() {
    for (var i = 0; i < model.rows().size(); i++) {
      if (model.rows().get(i).shows(model.selected().get())) {
        list.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
    list.getSelectionModel().clearSelection();
  }

  private void offerTags() {
    var tags = model.known().now().get().tags();
    var chosen = model.tag().get();
    tagFilter.setVisible(!tags.isEmpty() || !chosen.isEmpty());
    tagFilter.setText(chosen.isEmpty() ? Text.of("history.tags.all") : chosen);
    tagFilter.getItems().clear();
    offerTag("", Text.of("history.tags.all"));
    tags.forEach(tag -> offerTag(tag, tag));
  }

  private void offerTag(String tag, String name) {
    var item = new RadioMenuItem(name);
    item.setMnemonicParsing(false);
    item.setSelected(tag.equals(model.tag().get()));
    item.setOnAction(_ -> model.tag().set(tag));
    tagFilter.getItems().add(item);
  }

  private void showPlace(boolean archived) {
    place.setVisible(archived);
    archiveButton.pseudoClassStateChanged(PRESSED, archived);
    archiveButton.rename(Text.of(archived ? "history.archive.leave" : "history.archive.show"));
  }

  private void showUndo(List<ConversationEntry> removed) {
    undo.setVisible(!removed.isEmpty());
    if (removed.size() == 1) {
      undoText.setText(Text.of("history.removed", HistoryCell.title(removed.getFirst())));
    } else if (!removed.isEmpty()) {
      undoText.setText(Text.of("history.removed.several", removed.size()));
    }
  }

  private void showFailure(@Nullable Failure why) {
    failure.setVisible(why != null);
    failure.setText(why == null ? "" : FailureWords.of(why).sentence());
  }

  private void key(KeyEvent event) {
    var row = list.getSelectionModel().getSelectedItem();
    if (list.getEditingIndex() >= 0 || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    var known =
        switch (row) {
          case HistoryRow.Line(var conversation, _, _) -> keyOn(conversation, event);
          case HistoryRow.Folder folder -> keyOn(folder, event);
          case HistoryRow.Shared(var conversation) -> keyOn(conversation, event);
          case HistoryRow.Heading _ -> false;
          case null -> false;
        };
    if (known) {
      event.consume();
    }
  }

  private boolean keyOn(ConversationEntry conversation, KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> model.selected().set(conversation.id());
      case F2 -> list.edit(list.getSelectionModel().getSelectedIndex());
      case DELETE -> model.remove(chosen());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean keyOn(SharedEntry conversation, KeyEvent event) {
    boolean opens = event.getCode() == javafx.scene.input.KeyCode.ENTER;
    if (opens) {
      model.selected().set(conversation.id());
    }
    return opens;
  }

  private boolean keyOn(HistoryRow.Folder row, KeyEvent event) {
    var toggles =
        switch (event.getCode()) {
          case ENTER, SPACE -> true;
          case LEFT -> row.open();
          case RIGHT -> !row.open();
          default -> false;
        };
    if (toggles) {
      int index = list.getSelectionModel().getSelectedIndex();
      model.fold(row.folder());
      list.getSelectionModel().clearAndSelect(index);
    } else if (event.getCode() == javafx.scene.input.KeyCode.F2) {
      list.edit(list.getSelectionModel().getSelectedIndex());
    } else {
      return false;
    }
    return true;
  }

  private void menuByKey(ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      atSelected(cell -> cell.showMenu(cell));
      event.consume();
    }
  }

  /// The conversations that keys are for: those that are selected.
  private List<ConversationEntry> chosen() {
    return Objects.requireNonNull(actions).chosen();
  }

  /// Pins what is selected, or lets go of it.
  public void pin() {
    model.commands().pin(chosen());
  }

  /// Puts what is selected into the archive, or takes it out.
  public void archive() {
    model.commands().archive(chosen());
  }

  /// Offers the folders for what is selected.
  public void move() {
    atSelected(HistoryCell::showFolders);
  }

  /// Edits the tags of the selected conversation.
  public void tag() {
    atSelected(HistoryCell::startTagging);
  }

  /// Where one looks for conversations.
  public void focusList() {
    list.requestFocus();
  }

  private void atSelected(Consumer<HistoryCell> action) {
    int index = list.getSelectionModel().getSelectedIndex();
    if (index >= 0) {
      list.scrollTo(Math.max(0, index - 2));
      list.layout();
      for (Node node : list.lookupAll(".history-cell")) {
        if (node instanceof HistoryCell cell && cell.getIndex() == index && !cell.isEmpty()) {
          action.accept(cell);
          return;
        }
      }
    }
  }

  @FXML
  private void addFolder() {
    model.known().addFolder(Text.of("history.folder.add"), folder -> editFolder(folder.id()));
  }

  private void editFolder(UUID id) {
    int row = scrollTo(id);
    list.layout();
    list.edit(row);
  }

  private void showFolder(@Nullable UUID id) {
    if (id != null) {
      list.getSelectionModel().clearAndSelect(scrollTo(id));
      list.requestFocus();
    }
  }

  private int scrollTo(UUID folder) {
    int row = 0;
    while (row < model.rows().size() - 1
        && !(model.rows().get(row) instanceof HistoryRow.Folder(var each, _, _, _)
            && each.id().equals(folder))) {
      row++;
    }
    list.scrollTo(Math.max(0, row - 2));
    return row;
  }

  @FXML
  private void toggleArchive() {
    model.archived().set(!model.archived().get());
  }

  @FXML
  private void undo() {
    model.undo();
  }

  public void close() {
    bonds.unsubscribe();
    preview.leave();
    model.rows().removeListener(moved);
    search.textProperty().unbindBidirectional(model.filter());
    list.setItems(javafx.collections.FXCollections.observableArrayList());
  }
}
