package org.colloquy.desktop.ui.chat;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;

/// The arrows between the branches at a message, and which of them is shown.
final class BranchArrows extends HBox {
  private final IconButton before = new IconButton(Icon.LEFT, Text.of("chat.branch.before"));
  private final IconButton after = new IconButton(Icon.RIGHT, Text.of("chat.branch.after"));
  private final Label place = new Label();

  /// @param show is told how many branches further to go
  BranchArrows(IntConsumer show) {
    getChildren().addAll(before, place, after);
    setAlignment(Pos.CENTER);
    place.getStyleClass().add("footer-note");
    before.setOnAction(_ -> show.accept(-1));
    after.setOnAction(_ -> show.accept(1));
  }

  /// Shows where the message stands, with the arrows only while nothing is answered.
  void show(MessageViewModel message, boolean quiet) {
    before.setDisable(message.place() <= 1 || !quiet);
    after.setDisable(message.place() >= message.places() || !quiet);
    place.setText(Text.of("chat.branch.place", message.place(), message.places()));
  }
}
