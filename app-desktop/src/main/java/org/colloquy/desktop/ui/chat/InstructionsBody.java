package org.colloquy.desktop.ui.chat;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.colloquy.desktop.text.Text;

/// What the model is told before the talk, in one quiet line.
final class InstructionsBody implements MessageBody {
  private final MessageViewModel message;
  private final Label line = new Label();

  InstructionsBody(MessageViewModel message) {
    this.message = message;
    line.getStyleClass().add("aside-line");
  }

  @Override
  public Region node() {
    return line;
  }

  @Override
  public void show() {
    var text = message.text().strip().replaceAll("\\s+", " ");
    line.setText(
        Text.of("chat.instructions")
            + ": "
            + (text.length() > 200 ? text.substring(0, 200) + " …" : text));
  }
}
