package org.colloquy.desktop.ui.chat;

import java.util.List;
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
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.parts.Late;
import org.colloquy.desktop.ui.parts.markdown.MarkdownHtml;
import org.colloquy.model.Role;
import org.jspecify.annotations.Nullable;

/// Below a message: what can be done with it, and the arrows between its branches. Shown while the
/// pointer or the focus is on the message; always below the last one.
final class MessageFooter {
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

  private final MessageViewModel message;
  private final MessageActions actions;
  private final ChatViewModel chat;
  private final Supplier<String> selected;
  private final Consumer<AnswerInfo> below;
  private final Late<Label> unanswered = new Late<>(() -> label("cut-off"));
  private final Late<BranchArrows> branches = new Late<>(this::arrows);
  private final Late<CopyButton> copy = new Late<>(this::copyButton);
  private final Late<CopyButton> rich = new Late<>(this::richButton);
  private final Late<Button> quote = new Late<>(this::quoteButton);
  private final Late<Button> rewrite = new Late<>(this::rewriteButton);
  private final Late<Button> retry = new Late<>(this::retryButton);
  private final Late<Button> other = new Late<>(this::otherButton);
  private final Late<Button> info = new Late<>(this::infoButton);
  private final Late<Button> references = new Late<>(this::referencesButton);
  private final Late<Button> goOn = new Late<>(this::goOnButton);
  private final Late<Label> model = new Late<>(() -> label("footer-note"));
  private final List<Late<?>> parts =
      List.of(
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
  private final HBox box = new HBox();
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
    this.actions = actions;
    this.chat = actions.chat();
    this.selected = selected;
    this.below = below;
    box.getStyleClass().add("message-footer");
    box.managedProperty().bind(box.visibleProperty());
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
    goOn.setVisible(last && asks && message.cutOff());
    var own = chat.composer().shared().get() == null;
    references.setVisible(own && answer && message.cites() && !message.growing());
    rewrite.setVisible(message.role() == Role.USER && asks && message.saved() != null);
    branches.setVisible(own && message.places() > 1);
    model.setVisible(answer && !message.growing());
    showWords(last && quiet, quiet);
    Late.fill(box, parts);
    if (details != null) {
      details.show(message);
    }
  }

  private void showWords(boolean end, boolean quiet) {
    var why = unanswered(end);
    unanswered.setVisible(why != null);
    if (why != null) {
      unanswered.node().setText(Text.of("chat.unanswered", why));
    }
    if (branches.isVisible()) {
      branches.node().show(message, quiet);
    }
    if (model.isVisible()) {
      model.node().setText(message.model());
    }
  }

  /// What stands at the end may have got no answer, and the store knows why.
  private @Nullable String unanswered(boolean end) {
    var saved = message.saved();
    return end && saved != null && message.role() != Role.ASSISTANT
        ? saved.message().failure()
        : null;
  }

  private static Label label(String style) {
    var label = new Label();
    label.getStyleClass().add(style);
    return label;
  }

  private static Button button(Icon icon, String name, Runnable action) {
    var button = new IconButton(icon, name);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private BranchArrows arrows() {
    return new BranchArrows(further -> chat.showSibling(message, further));
  }

  private CopyButton copyButton() {
    return new CopyButton(Text.of("chat.copy"), message::copied);
  }

  private CopyButton richButton() {
    var button = new CopyButton(Icon.COPY_RICH, Text.of("chat.copy.rich"), this::copyRich);
    button.getStyleClass().add("copy-rich");
    return button;
  }

  private Button quoteButton() {
    var button = button(Icon.QUOTE, Text.of("chat.quote"), this::quote);
    button.getStyleClass().add("quote-button");
    return button;
  }

  private Button rewriteButton() {
    return button(Icon.PENCIL, Text.of("chat.rewrite"), () -> chat.revisions().rewrite(message));
  }

  private Button retryButton() {
    return button(Icon.RETRY, Text.of("chat.retry"), () -> chat.retries().again(message));
  }

  private Button otherButton() {
    var button = new IconButton(Icon.OTHER, Text.of("chat.again.other"));
    button.getStyleClass().add("answer-other");
    button.setOnAction(_ -> AgainMenu.of(message, actions).show(button, Side.BOTTOM, 0, 0));
    return button;
  }

  private Button infoButton() {
    var button = button(Icon.INFO, Text.of("chat.info"), this::turnDetails);
    button.getStyleClass().add("answer-info-button");
    return button;
  }

  private Button referencesButton() {
    return button(
        Icon.BOOK,
        Text.of("chat.references"),
        () -> actions.sources().bibliography().accept(message.savedId()));
  }

  private Button goOnButton() {
    var button = new Button(Text.of("chat.go-on"));
    button.getStyleClass().addAll("flat", "small");
    button.setOnAction(_ -> chat.retries().goOn(message));
    return button;
  }

  /// At the end the list follows what grows there.
  private void turnDetails() {
    var info = details;
    if (info == null) {
      info = new AnswerInfo(actions.facts(), message::changed);
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

  void close() {
    chat.messages().removeListener(moved);
    bond.unsubscribe();
  }
}
