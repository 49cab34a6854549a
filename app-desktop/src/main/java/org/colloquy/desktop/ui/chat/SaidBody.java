package org.colloquy.desktop.ui.chat;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.Sizes;

/// What a person said: a bubble on the right. A very long text is cut, and unfolds piece by piece.
final class SaidBody implements MessageBody {
  private static final int PIECE = 4_000;

  private final MessageViewModel message;
  private final javafx.scene.text.Text words = new javafx.scene.text.Text();
  private final SelectableText flow = new SelectableText(words);
  private final Button more = new Button();
  private final VBox bubble = new VBox(flow, more);
  private final HBox line = new HBox(bubble);
  private int shown = PIECE;

  SaidBody(MessageViewModel message) {
    this.message = message;
    line.setAlignment(Pos.CENTER_RIGHT);
    line.getStyleClass().add("said-line");
    bubble.getStyleClass().add("said");
    bubble.setMinWidth(0);
    bubble.setMaxWidth(Region.USE_PREF_SIZE);
    more.getStyleClass().addAll("flat", "accent", "small");
    more.managedProperty().bind(more.visibleProperty());
    more.setOnAction(_ -> {
      shown += PIECE;
      show();
    });
  }

  @Override
  public Region node() {
    return line;
  }

  @Override
  public void show() {
    var text = message.text();
    var cut = text.length() > shown;
    words.setText(cut ? text.substring(0, shown) + " …" : text);
    flow.setAccessibleText(words.getText());
    more.setVisible(cut);
    more.setText(Text.of("chat.more", Sizes.of(text.length())));
  }
}
