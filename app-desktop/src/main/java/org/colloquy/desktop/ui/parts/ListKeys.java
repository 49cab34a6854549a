package org.colloquy.desktop.ui.parts;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lets the arrows move in a list and Enter choose while the focus stays where one types.
public final class ListKeys<T> {
  private static final int ABOVE = 2;

  private final ListView<T> list;
  private final Predicate<T> choosable;
  private final Consumer<T> choose;

  private ListKeys(ListView<T> list, Predicate<T> choosable, Consumer<T> choose) {
    this.list = list;
    this.choosable = choosable;
    this.choose = choose;
  }

  /// Begins to listen.
  ///
  /// @param field where one types
  /// @param choosable whether a row is more than a heading
  public static <T> void add(
      Node field, ListView<T> list, Predicate<T> choosable, Consumer<T> choose) {
    var keys = new ListKeys<>(list, choosable, choose);
    field.addEventFilter(KeyEvent.KEY_PRESSED, keys::key);
    list.addEventFilter(KeyEvent.KEY_PRESSED, keys::key);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      chooseSelected();
    } else if (event.getCode() == KeyCode.DOWN) {
      move(1);
    } else if (event.getCode() == KeyCode.UP) {
      move(-1);
    } else {
      return;
    }
    event.consume();
  }

  /// To the next row, over the headings.
  private void move(int step) {
    var index = list.getSelectionModel().getSelectedIndex() + step;
    while (index >= 0 && index < list.getItems().size()) {
      if (choosable.test(list.getItems().get(index))) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - ABOVE));
        return;
      }
      index += step;
    }
  }

  /// The first one, when none is selected.
  private void chooseSelected() {
    if (list.getSelectionModel().getSelectedItem() == null) {
      move(1);
    }
    var row = list.getSelectionModel().getSelectedItem();
    if (row != null && choosable.test(row)) {
      choose.accept(row);
    }
  }
}
