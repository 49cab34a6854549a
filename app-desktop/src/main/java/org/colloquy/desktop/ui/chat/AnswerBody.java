package org.colloquy.desktop.ui.chat;

import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.markdown.BlocksView;

/// What the model said: the whole column wide, its thoughts folded away, and marked when it was cut
/// off.
final class AnswerBody implements MessageBody {
  private final MessageViewModel message;
  private final Button thoughts = new Button();
  private final javafx.scene.text.Text thinking = new javafx.scene.text.Text();
  private final SelectableText thought = new SelectableText(thinking);
  private final BlocksView blocks;
  private final Label calls = new Label();
  private final Label working = new Label();
  private final Label cut = new Label();
  private final VBox box = new VBox();

  AnswerBody(MessageViewModel message, Consumer<URI> browser) {
    this.message = message;
    blocks = new BlocksView(browser);
    box.getStyleClass().add("answer");
    box.getChildren().addAll(thoughts, thought, blocks, calls, working, cut);
    box.getChildren().forEach(part -> part.managedProperty().bind(part.visibleProperty()));
    thoughts.getStyleClass().addAll("flat", "small", "thoughts");
    thoughts.setText(Text.of("chat.thoughts"));
    thoughts.setOnAction(_ -> fold(!thought.isVisible()));
    thought.getStyleClass().add("thought");
    fold(false);
    calls.getStyleClass().add("aside-line");
    working.getStyleClass().add("working");
    cut.getStyleClass().add("cut-off");
    cut.setGraphic(Icon.WARNING.node());
    cut.setWrapText(true);
    cut.setMinHeight(Region.USE_PREF_SIZE);
  }

  private void fold(boolean open) {
    thought.setVisible(open);
    thoughts.setGraphic((open ? Icon.DOWN : Icon.RIGHT).node());
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void show() {
    blocks.show(message.blocks());
    thoughts.setVisible(!message.reasoning().isBlank());
    if (!message.reasoning().contentEquals(thinking.getText())) {
      thinking.setText(message.reasoning());
    }
    working.setVisible(message.working());
    working.setText(doing());
    calls.setVisible(!message.calls().isEmpty() && !message.working());
    calls.setText(Text.of("chat.used", String.join(", ", message.calls())));
    cut.setVisible(message.cutOff() && message.failure() == null);
    cut.setText(why());
  }

  private String doing() {
    return message.tool().isEmpty()
        ? Text.of("chat.working")
        : Text.of("chat.using", message.tool());
  }

  private String why() {
    var saved = message.saved();
    var failure = saved == null ? null : saved.message().failure();
    return failure == null ? Text.of("chat.cut-off") : Text.of("chat.cut-off.because", failure);
  }
}
