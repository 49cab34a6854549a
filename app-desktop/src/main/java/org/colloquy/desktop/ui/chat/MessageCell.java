package org.colloquy.desktop.ui.chat;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.chat.FindViewModel.Found;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.FailureWords;
import org.colloquy.desktop.ui.parts.SharedSelection;
import org.colloquy.model.Role;
import org.fxmisc.flowless.Cell;
import org.jspecify.annotations.Nullable;

/// One message in the list: what it says, what went wrong with it, and what can be done with it.
final class MessageCell implements Cell<MessageViewModel, Region> {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private final MessageViewModel message;
  private final MessageActions actions;
  private final MessageBody body;
  private final SharedSelection selection;
  private final StackPane trouble = new StackPane();
  private final MessageFooter footer;
  private final VBox column = new VBox();
  private final HBox row = new HBox(column);
  private boolean marked;
  private final Subscription bond;

  MessageCell(MessageViewModel message, MessageActions actions) {
    this.message = message;
    this.actions = actions;
    this.body = MessageBody.of(message, actions);
    this.selection = new SharedSelection(body.node(), row);
    this.footer = new MessageFooter(message, actions, selection::text, column.getChildren()::add);
    row.getStyleClass().add("message-row");
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setMinWidth(0);
    column.getStyleClass().addAll("message", message.role().name().toLowerCase(Locale.ROOT));
    column.setMinWidth(0);
    HBox.setHgrow(column, javafx.scene.layout.Priority.ALWAYS);
    column.getChildren().addAll(body.node(), trouble, footer.node());
    trouble.managedProperty().bind(trouble.visibleProperty());
    bond =
        Subscription.combine(
            message.revision().subscribe(_ -> show()),
            actions.chat().pointed().subscribe(this::point),
            actions.find().found().subscribe(this::mark));
  }

  private void show() {
    body.show();
    mark(actions.find().found().get());
    showTrouble();
    footer.show();
    row.setAccessibleText(
        Text.of(message.role() == Role.USER ? "chat.you" : "chat.answer") + ": " + shortly());
  }

  private String shortly() {
    var text = message.text();
    return text.length() > 2000 ? text.substring(0, 2000) : text;
  }

  private void point(@Nullable MessageViewModel pointed) {
    row.pseudoClassStateChanged(POINTED, message.equals(pointed));
  }

  private void mark(Found found) {
    if (!found.words().isEmpty() || marked) {
      marked = !found.words().isEmpty();
      FoundMarks.in(
          body.node(), found.words(), message.equals(found.message()) ? found.place() : -1);
    }
  }

  /// Where the match stands that is looked at; none when it is not in this message.
  Optional<Node> foundNow() {
    return FoundMarks.now(body.node());
  }

  private void showTrouble() {
    var failure = message.failure();
    if (failure != null && trouble.getChildren().isEmpty()) {
      trouble.getChildren().add(card(FailureWords.of(failure)));
    } else if (failure == null) {
      trouble.getChildren().clear();
    }
    trouble.setVisible(failure != null);
  }

  private Node card(FailureWords words) {
    var card = new FailureCard(words, actions.chat()::help);
    if (message.saved() == null) {
      card.addButton(Text.of("chat.take-back"), () -> actions.chat().revisions().takeBack(message));
    }
    return card;
  }

  @Override
  public Region getNode() {
    return row;
  }

  @Override
  public void dispose() {
    bond.unsubscribe();
    selection.clear();
    footer.close();
  }
}
