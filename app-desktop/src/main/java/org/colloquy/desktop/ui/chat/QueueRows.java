package org.colloquy.desktop.ui.chat;

import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;

/// The questions that wait, above the field where one writes.
final class QueueRows {
  private static final int LONGEST = 200;

  private final Pane pane;
  private final ChatViewModel chat;
  private final ObservableList<String> waiting;
  private final InvalidationListener listener = _ -> show();

  QueueRows(Pane pane, ChatViewModel chat) {
    this.pane = pane;
    this.chat = chat;
    waiting = chat.composer().queue().waiting();
    waiting.addListener(listener);
    show();
  }

  private void show() {
    pane.getChildren().clear();
    for (int i = 0; i < waiting.size(); i++) {
      pane.getChildren().add(row(i, waiting.get(i)));
    }
    pane.setVisible(!waiting.isEmpty());
  }

  private HBox row(int index, String question) {
    var line = question.strip().replaceAll("\\s+", " ");
    var words = new Label(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    var now = new IconButton(Icon.SEND, Text.of("composer.queue.now"));
    now.getStyleClass().add("queue-now");
    now.setOnAction(_ -> chat.succession().askNow(index));
    var edit = new IconButton(Icon.PENCIL, Text.of("composer.queue.edit"));
    edit.getStyleClass().add("queue-edit");
    edit.setOnAction(_ -> chat.composer().takeBack(index));
    var drop = new IconButton(Icon.CLOSE, Text.of("composer.queue.drop"));
    drop.getStyleClass().add("queue-drop");
    drop.setOnAction(_ -> chat.composer().queue().remove(index));
    var row = new HBox(words, now, edit, drop);
    row.getStyleClass().addAll("aside", "queued");
    return row;
  }

  void close() {
    waiting.removeListener(listener);
  }
}
