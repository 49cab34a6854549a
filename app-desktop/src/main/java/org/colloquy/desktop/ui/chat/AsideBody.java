package org.colloquy.desktop.ui.chat;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.colloquy.desktop.text.Text;
import org.colloquy.model.Role;

/// What neither a person nor the model said: a tool's result, or instructions. One quiet line.
final class AsideBody implements MessageBody {
  private final MessageViewModel message;
  private final Label line = new Label();

  AsideBody(MessageViewModel message) {
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
        Text.of(message.role() == Role.TOOL ? "chat.tool-result" : "chat.instructions")
            + ": "
            + (text.length() > 200 ? text.substring(0, 200) + " …" : text));
  }
}
