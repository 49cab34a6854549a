package org.colloquy.desktop.ui.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.CopyButton;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.parts.SharedSelection;
import org.colloquy.model.Role;
import org.jspecify.annotations.Nullable;

/// One of the answers that are compared: who gives it, its words, and what can be done with it.
final class CompareColumn extends VBox {
  private final ComparedAnswer answer;
  private final MessageActions actions;
  private final IconButton stop;
  private final Label working = new Label(Text.of("chat.working"));
  private final VBox said = new VBox();
  private final StackPane trouble = new StackPane();
  private final CopyButton copy;
  private final Label tokens = new Label();
  private final Button keep = new Button(Text.of("compare.keep"));
  private final ListChangeListener<MessageViewModel> moved = _ -> showMessages();
  private final List<Subscription> grows = new ArrayList<>();
  private final List<SharedSelection> selections = new ArrayList<>();
  private final Subscription bonds;

  /// @param kept is told which one a person wants to go on with
  CompareColumn(ComparedAnswer answer, MessageActions actions, Consumer<ComparedAnswer> kept) {
    this.answer = answer;
    this.actions = actions;
    var name = ModelItems.name(answer.model());
    stop = new IconButton(Icon.STOP, Text.of("compare.stop", name));
    copy = new CopyButton(Text.of("compare.copy", name), answer::text);
    keep.setAccessibleText(Text.of("compare.keep") + ": " + name);
    getStyleClass().add("compare-column");
    said.getStyleClass().add("compare-said");
    working.getStyleClass().add("working");
    keep.getStyleClass().addAll("small", "compare-keep");
    stop.getStyleClass().add("compare-stop");
    stop.setOnAction(_ -> answer.stop());
    keep.setOnAction(_ -> kept.accept(answer));
    Hiding.whole(stop, working, trouble, copy, keep);
    getChildren().addAll(head(name), scrolled(), foot());
    answer.messages().addListener(moved);
    showMessages();
    bonds =
        Subscription.combine(
            answer.state().subscribe(_ -> show()), answer.failure().subscribe(_ -> show()));
  }

  private HBox head(String name) {
    var title = new Label(name);
    title.getStyleClass().add("strong");
    title.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(title, space, stop);
    head.getStyleClass().add("compare-head");
    return head;
  }

  private ScrollPane scrolled() {
    var content = new VBox(said, working, trouble);
    content.getStyleClass().add("compare-said");
    var pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().add("edge-to-edge");
    pane.setAccessibleText(ModelItems.name(answer.model()));
    VBox.setVgrow(pane, Priority.ALWAYS);
    return pane;
  }

  private HBox foot() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    tokens.getStyleClass().add("footer-note");
    tokens.setMinWidth(0);
    var foot = new HBox(copy, tokens, space, keep);
    foot.getStyleClass().add("compare-head");
    return foot;
  }

  private void showMessages() {
    letGo();
    said.getChildren().clear();
    for (var message : answer.messages()) {
      if (message.role() != Role.USER) {
        var body = MessageBody.of(message, actions);
        said.getChildren().add(body.node());
        selections.add(new SharedSelection(body.node(), said));
        grows.add(
            message
                .revision()
                .subscribe(_ -> {
                  body.show();
                  show();
                }));
      }
    }
    show();
  }

  private void show() {
    var busy = answer.state().get().busy();
    stop.setVisible(busy);
    working.setVisible(busy && said.getChildren().isEmpty());
    copy.setVisible(!busy && !answer.text().isBlank());
    keep.setVisible(answer.kept() != null);
    tokens.setText(busy ? "" : answer.took());
    FailureCard.show(trouble, failure());
  }

  private @Nullable Failure failure() {
    var why = answer.failure().get();
    return why == null && !answer.messages().isEmpty()
        ? answer.messages().getLast().failure()
        : why;
  }

  void focus() {
    stop.requestFocus();
  }

  void close() {
    answer.messages().removeListener(moved);
    letGo();
    bonds.unsubscribe();
  }

  private void letGo() {
    grows.forEach(Subscription::unsubscribe);
    grows.clear();
    selections.forEach(SharedSelection::clear);
    selections.clear();
  }
}
