package org.colloquy.desktop.ui.chat;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.Word;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.SelectableText;

/// Asks whether a tool may do what the model wants, and shows exactly what that is.
final class ApprovalCard extends VBox {
  private final HBox buttons = new HBox();

  ApprovalCard(WantedApproval wanted, Approvals approvals) {
    getStyleClass().add("approval");
    setAccessibleRole(AccessibleRole.TEXT);
    var question = new Label(Text.of("chat.approval", wanted.tool()));
    question.setWrapText(true);
    question.setMinHeight(Region.USE_PREF_SIZE);
    question.getStyleClass().add("approval-question");
    var arguments = new SelectableText(new javafx.scene.text.Text(wanted.arguments()));
    arguments.getStyleClass().add("approval-arguments");
    buttons.getStyleClass().add("approval-buttons");
    buttons
        .getChildren()
        .addAll(
            button("chat.approval.allow", wanted, approvals, Word.ALLOW_ONCE),
            button("chat.approval.always", wanted, approvals, Word.ALLOW_ALWAYS),
            button("chat.approval.refuse", wanted, approvals, Word.REFUSE_ONCE),
            button("chat.approval.never", wanted, approvals, Word.REFUSE_ALWAYS));
    setAccessibleText(question.getText() + " " + wanted.arguments());
    getChildren().addAll(question, arguments, buttons);
  }

  private void askAgain() {
    buttons.setDisable(false);
  }

  /// Answered once; that it was heard is told by the turn.
  private Button button(String text, WantedApproval wanted, Approvals approvals, Word word) {
    var button = new Button(Text.of(text));
    button.setOnAction(_ -> {
      buttons.setDisable(true);
      approvals.answer(wanted, word, this::askAgain);
    });
    return button;
  }
}
