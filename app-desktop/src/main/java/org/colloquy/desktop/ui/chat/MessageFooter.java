package org.colloquy.desktop.ui.chat;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.CopyButton;
import org.colloquy.desktop.ui.parts.Copying;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.parts.markdown.MarkdownHtml;
import org.colloquy.model.Role;
import org.jspecify.annotations.Nullable;

/// Below a message: what can be done with it, and the arrows between its branches. Shown while the
/// pointer or the focus is on the message; always below the last one.
final class MessageFooter {
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

  private final MessageViewModel message;
  private final ChatViewModel chat;
  private final Supplier<String> selected;
  private final CopyButton copy;
  private final CopyButton rich;
  private final IconButton quote = new IconButton(Icon.QUOTE, Text.of("chat.quote"));
  private final IconButton retry = new IconButton(Icon.RETRY, Text.of("chat.retry"));
  private final IconButton other = new IconButton(Icon.OTHER, Text.of("chat.again.other"));
  private final IconButton info = new IconButton(Icon.INFO, Text.of("chat.info"));
  private final Button goOn = new Button(Text.of("chat.go-on"));
  private final IconButton rewrite = new IconButton(Icon.PENCIL, Text.of("chat.rewrite"));
  private final IconButton references = new IconButton(Icon.BOOK, Text.of("chat.references"));
  private final IconButton before = new IconButton(Icon.LEFT, Text.of("chat.branch.before"));
  private final IconButton after = new IconButton(Icon.RIGHT, Text.of("chat.branch.after"));
  private final Label place = new Label();
  private final Label model = new Label();
  private final Label unanswered = new Label();
  private final HBox branches = new HBox(before, place, after);
  private final HBox box = new HBox();
  private final AnswerFacts facts;
  private final Consumer<AnswerInfo> below;
  private @Nullable AnswerInfo details;
  private final Subscription bond;
  private final ListChangeListener<MessageViewModel> moved = _ -> show();

  /// @param selected what is selected of the message; empty for nothing
  /// @param below shows what is known of the answer, when somebody wants to see it
  MessageFooter(
      MessageViewModel message,
      MessageActions actions,
      Supplier<String> selected,
      Consumer<AnswerInfo> below) {
    this.message = message;
    this.chat = actions.chat();
    this.selected = selected;
    this.facts = actions.facts();
    this.below = below;
    copy = new CopyButton(Text.of("chat.copy"), message::copied);
    rich = new CopyButton(Icon.COPY_RICH, Text.of("chat.copy.rich"), this::copyRich);
    rich.getStyleClass().add("copy-rich");
    box.getStyleClass().add("message-footer");
    branches.setAlignment(Pos.CENTER);
    place.getStyleClass().add("footer-note");
    model.getStyleClass().add("footer-note");
    unanswered.getStyleClass().add("cut-off");
    box.managedProperty().bind(box.visibleProperty());
    Hiding.absent(
        box,
        unanswered,
        branches,
        copy,
        rich,
        quote,
        rewrite,
        retry,
        other,
        info,
        references,
        goOn,
        model);
    quote.getStyleClass().add("quote-button");
    quote.setOnAction(_ -> quote());
    retry.setOnAction(_ -> chat.retries().again(message));
    other.getStyleClass().add("answer-other");
    other.setOnAction(_ -> AgainMenu.of(message, actions).show(other, Side.BOTTOM, 0, 0));
    info.getStyleClass().add("answer-info-button");
    info.setOnAction(_ -> turnDetails());
    goOn.getStyleClass().addAll("flat", "small");
    goOn.setOnAction(_ -> chat.retries().goOn(message));
    rewrite.setOnAction(_ -> chat.revisions().rewrite(message));
    references.setOnAction(_ -> actions.sources().bibliography().accept(message.savedId()));
    before.setOnAction(_ -> chat.showSibling(message, -1));
    after.setOnAction(_ -> chat.showSibling(message, 1));
    chat.messages().addListener(moved);
    bond =
        Subscription.combine(
            chat.state().subscribe(_ -> show()), chat.composer().shared().subscribe(_ -> show()));
  }

  HBox node() {
    return box;
  }

  void show() {
    var answer = message.role() == Role.ASSISTANT;
    var last = !chat.messages().isEmpty() && chat.messages().getLast() == message;
    var quiet = !chat.state().get().busy();
    box.setAlignment(answer ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
    box.setVisible(last || message.role() == Role.USER || (answer && !message.onlyCalls()));
    box.pseudoClassStateChanged(LAST, last && quiet);
    var whole = !message.growing() && !message.text().isEmpty();
    copy.setVisible(whole);
    rich.setVisible(answer && whole);
    quote.setVisible(answer && whole);
    info.setVisible(answer && !message.growing());
    var asks = quiet && chat.composer().mayAsk();
    retry.setVisible((last || answer) && asks && message.saved() != null);
    other.setVisible(retry.isVisible());
    if (details != null) {
      details.show(message);
    }
    goOn.setVisible(last && asks && message.cutOff());
    var own = chat.composer().shared().get() == null;
    references.setVisible(own && answer && message.cites() && !message.growing());
    rewrite.setVisible(message.role() == Role.USER && asks && message.saved() != null);
    branches.setVisible(own && message.places() > 1);
    before.setDisable(message.place() <= 1 || !quiet);
    after.setDisable(message.place() >= message.places() || !quiet);
    place.setText(Text.of("chat.branch.place", message.place(), message.places()));
    showUnanswered(last && quiet);
    model.setText(message.model());
    model.setVisible(answer && !message.growing());
  }

  /// At the end the list follows what grows there.
  private void turnDetails() {
    var info = details;
    if (info == null) {
      info = new AnswerInfo(facts, message::changed);
      details = info;
      below.accept(info);
    }
    info.turn(message);
    message.changed();
  }

  private void copyRich() {
    Copying.copy(message.copied(), MarkdownHtml.of(message.copied()));
  }

  private void quote() {
    var some = selected.get();
    chat.composer().quote(some.isEmpty() ? message.text() : some);
  }

  /// What stands at the end got no answer, and the store knows why.
  private void showUnanswered(boolean last) {
    var saved = message.saved();
    var why = saved == null ? null : saved.message().failure();
    unanswered.setVisible(last && message.role() != Role.ASSISTANT && why != null);
    unanswered.setText(why == null ? "" : Text.of("chat.unanswered", why));
  }

  void close() {
    chat.messages().removeListener(moved);
    bond.unsubscribe();
  }
}
