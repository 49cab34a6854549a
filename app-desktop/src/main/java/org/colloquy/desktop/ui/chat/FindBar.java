package org.colloquy.desktop.ui.chat;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.chat.FindViewModel.Found;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;

/// Where one writes what to find in the conversation, with the way to each place.
final class FindBar extends HBox {
  private final FindViewModel model;
  private final Runnable done;
  private final TextField field = new TextField();
  private final Label count = new Label();
  private final Subscription bonds;

  /// @param done gives the focus back
  FindBar(FindViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
    setId("findBar");
    getStyleClass().add("find-bar");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Hiding.whole(this);
    field.setId("findField");
    field.setPromptText(Text.of("find.prompt"));
    field.setAccessibleText(Text.of("find.prompt"));
    field.textProperty().bindBidirectional(model.words());
    count.getStyleClass().add("hint");
    count.setMinWidth(Region.USE_PREF_SIZE);
    var previous = new IconButton(Icon.UP, Text.of("find.back"));
    previous.setOnAction(_ -> model.previous());
    var next = new IconButton(Icon.ARROW_DOWN, Text.of("find.forward"));
    next.setOnAction(_ -> model.next());
    var close = new IconButton(Icon.CLOSE, Text.of("find.close"));
    close.setOnAction(_ -> end());
    getChildren().addAll(field, count, previous, next, close);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    bonds =
        Subscription.combine(
            model.isOpen().subscribe(this::setVisible), model.found().subscribe(this::show));
  }

  /// Begins to look, or begins anew.
  void open(int first) {
    model.open(first);
    field.requestFocus();
    field.selectAll();
  }

  private void show(Found found) {
    count.setText(found.words().isEmpty() ? "" : Text.of("find.count", found.at(), found.count()));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      end();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && field.equals(event.getTarget())) {
      if (event.isShiftDown()) {
        model.previous();
      } else {
        model.next();
      }
      event.consume();
    }
  }

  private void end() {
    model.close();
    done.run();
  }

  void close() {
    bonds.unsubscribe();
    field.textProperty().unbindBidirectional(model.words());
  }
}
