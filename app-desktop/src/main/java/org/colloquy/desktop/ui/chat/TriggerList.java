package org.colloquy.desktop.ui.chat;

import java.util.function.BooleanSupplier;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The list above the field in which one writes, and the keys that choose in it while the field has
/// the focus.
final class TriggerList {
  /// While the list is open, Esc closes it and nothing else.
  private static final String SUGGESTING = "suggesting";

  private static final int MOST_LINES = 6;

  /// What the list's border and padding take.
  private static final double AROUND = 12;

  private final TriggersViewModel model;
  private final ListView<Suggestion> list;
  private final Parent around;
  private final BooleanSupplier composing;
  private final ListChangeListener<Suggestion> changed = _ -> show();
  private final EventHandler<KeyEvent> keys = this::key;
  private final Subscription bonds;

  /// @param list lies in the same box as the field
  /// @param composing whether an input method is in the middle of a word
  TriggerList(TriggersViewModel model, ListView<Suggestion> list, BooleanSupplier composing) {
    this.model = model;
    this.list = list;
    this.around = list.getParent();
    this.composing = composing;
    list.setItems(model.suggestions());
    list.getStyleClass().add("trigger-list");
    list.setCellFactory(_ -> new Cell());
    list.setFocusTraversable(false);
    list.managedProperty().bind(list.visibleProperty());
    list.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> takeClicked());
    model.suggestions().addListener(changed);
    around.addEventFilter(KeyEvent.KEY_PRESSED, keys);
    bonds =
        Subscription.combine(
            list.fixedCellSizeProperty().subscribe(_ -> show()),
            model.selected().subscribe(_ -> select()));
  }

  private void show() {
    int lines = Math.min(MOST_LINES, model.suggestions().size());
    list.setVisible(lines > 0);
    around.getStyleClass().remove(SUGGESTING);
    if (lines > 0) {
      around.getStyleClass().add(SUGGESTING);
    }
    double height = lines * list.getFixedCellSize() + AROUND;
    list.setPrefHeight(height);
    list.setMinHeight(height);
    select();
  }

  private void select() {
    int place = model.selected().get();
    list.getSelectionModel().clearAndSelect(place);
    if (place >= 0) {
      list.scrollTo(Math.max(0, place - MOST_LINES + 1));
    }
  }

  private void takeClicked() {
    int place = list.getSelectionModel().getSelectedIndex();
    if (place >= 0) {
      model.selected().set(place);
      model.take();
    }
  }

  private void key(KeyEvent event) {
    if (!model.open() || composing.getAsBoolean() || event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> done(event, () -> model.move(-1));
      case DOWN -> done(event, () -> model.move(1));
      case ENTER, TAB -> done(event, model::take);
      case ESCAPE -> done(event, model::dismiss);
      default -> {}
    }
  }

  private static void done(KeyEvent event, Runnable action) {
    event.consume();
    action.run();
  }

  void close() {
    bonds.unsubscribe();
    model.suggestions().removeListener(changed);
    around.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
  }

  private static final class Cell extends ListCell<Suggestion> {
    private final Label title = new Label();
    private final Label hint = new Label();
    private final Node line = new HBox(12, title, hint);

    private Cell() {
      getStyleClass().add("panel-cell");
      title.setMinWidth(USE_PREF_SIZE);
      hint.getStyleClass().add("hint");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Suggestion suggestion, boolean empty) {
      super.updateItem(suggestion, empty);
      if (empty || suggestion == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      title.setText(suggestion.title());
      hint.setText(suggestion.hint());
      setAccessibleText(suggestion.title() + ", " + suggestion.hint());
      setGraphic(line);
    }
  }
}
