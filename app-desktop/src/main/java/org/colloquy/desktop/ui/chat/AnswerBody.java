package org.colloquy.desktop.ui.chat;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FoldedText;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.markdown.BlocksView;
import org.colloquy.desktop.ui.parts.markdown.Leads;
import org.colloquy.desktop.ui.parts.markdown.Notes;
import org.colloquy.desktop.ui.parts.sources.SourceCard;
import org.colloquy.desktop.ui.parts.sources.SourceLine;
import org.jspecify.annotations.Nullable;

/// What the model said: the whole column wide, its thoughts folded away, and marked when it was cut
/// off.
final class AnswerBody implements MessageBody {
  private final MessageViewModel message;
  private final MessageActions actions;
  private @Nullable WantedApproval asked;
  private final FoldedText recalled = new FoldedText();
  private final FoldedText thoughts = new FoldedText();
  private final BlocksView blocks;
  private final SourcesFold sources;
  private final Label calls = new Label();
  private final Label working = new Label();
  private final StackPane approval = new StackPane();
  private final Label cut = new Label();
  private final VBox box = new VBox();

  AnswerBody(MessageViewModel message, MessageActions actions) {
    this.message = message;
    this.actions = actions;
    blocks =
        new BlocksView(
            new Leads(
                actions.browser(),
                this::open,
                this::card,
                actions.formulas(),
                actions.code(),
                new Notes(MessageFlow::reveal)));
    sources = new SourcesFold(actions.sources().open(), this::select);
    box.getStyleClass().add("answer");
    Hiding.absent(box, recalled, thoughts, blocks, sources, calls, approval, working, cut);
    calls.getStyleClass().add("aside-line");
    working.getStyleClass().add("working");
    cut.getStyleClass().add("cut-off");
    cut.setGraphic(Icon.WARNING.node());
    cut.setWrapText(true);
    cut.setMinHeight(Region.USE_PREF_SIZE);
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void show() {
    blocks.show(message.blocks());
    thoughts.show(Text.of("chat.thoughts"), message.reasoning());
    recalled.show(
        Text.of("chat.recalled", message.recalled().size()), String.join("\n", message.recalled()));
    sources.show(message.onlyCalls() ? null : message.sourceLines());
    showApproval();
    working.setVisible(message.working() && asked == null);
    working.setText(doing());
    calls.setVisible(!message.calls().isEmpty() && !message.working());
    calls.setText(Text.of("chat.used", String.join(", ", message.calls())));
    cut.setVisible(message.cutOff() && message.failure() == null);
    cut.setText(why());
  }

  private void select() {
    var id = message.id();
    if (id != null) {
      actions.sources().select().accept(id);
    }
  }

  private Node card(int mark) {
    return SourceCard.of(message.marks().lines(mark));
  }

  /// The first one that has a page.
  private void open(int mark) {
    select();
    message.marks().lines(mark).stream()
        .filter(SourceLine::opens)
        .findFirst()
        .ifPresent(actions.sources().open());
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
