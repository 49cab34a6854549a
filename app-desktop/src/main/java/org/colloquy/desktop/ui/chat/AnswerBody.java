package org.colloquy.desktop.ui.chat;

import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.markdown.BlocksView;
import org.jspecify.annotations.Nullable;

/// What the model said: the whole column wide, its thoughts folded away, and marked when it was cut
/// off.
final class AnswerBody implements MessageBody {
  private final MessageViewModel message;
  private final MessageActions actions;
  private @Nullable WantedApproval asked;
  private final Button thoughts = new Button();
  private final javafx.scene.text.Text thinking = new javafx.scene.text.Text();
  private final SelectableText thought = new SelectableText(thinking);
  private final BlocksView blocks;
  private final Label calls = new Label();
  private final Label working = new Label();
  private final StackPane approval = new StackPane();
  private final Label cut = new Label();
  private final VBox box = new VBox();

  AnswerBody(MessageViewModel message, MessageActions actions) {
    this.message = message;
    this.actions = actions;
    blocks = new BlocksView(actions.browser());
    box.getStyleClass().add("answer");
    box.getChildren().addAll(thoughts, thought, blocks, calls, approval, working, cut);
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
    showApproval();
    working.setVisible(message.working() && asked == null);
    working.setText(doing());
    calls.setVisible(!message.calls().isEmpty() && !message.working());
    calls.setText(Text.of("chat.used", String.join(", ", message.calls())));
    cut.setVisible(message.cutOff() && message.failure() == null);
    cut.setText(why());
  }

  /// The card stays the same while it is looked at: its buttons remember that one was pressed.
  private void showApproval() {
    var wanted = message.approval();
    if (!Objects.equals(wanted, asked)) {
      asked = wanted;
      approval.getChildren().clear();
      if (wanted != null) {
        approval.getChildren().add(new ApprovalCard(wanted, actions.approvals()));
      }
    }
    approval.setVisible(wanted != null);
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
