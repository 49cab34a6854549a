package org.colloquy.desktop.ui.chat;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.jspecify.annotations.Nullable;

/// A conversation in which nothing was said yet: who will answer, where it goes, and what could be
/// asked.
public final class EmptyView {
  private final ChatViewModel model;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Label title;
  @FXML private Label privacy;

  public EmptyView(ChatViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    bonds = model.model().subscribe(this::show);
  }

  private void show(@Nullable ModelChoice choice) {
    title.setText(
        choice == null ? Text.of("empty.title.plain") : Text.of("empty.title", choice.title()));
    if (choice == null) {
      privacy.setText("");
    } else if (choice.provider().onThisComputer()) {
      privacy.setText(Text.of("empty.privacy.here"));
    } else {
      privacy.setText(Text.of("empty.privacy.there", choice.provider().host()));
    }
  }

  @FXML
  private void suggest(javafx.event.ActionEvent event) {
    if (event.getSource() instanceof Node card && card instanceof Button suggestion) {
      model.composer().draft().set(suggestion.getText());
      model.send();
    }
  }

  public void close() {
    bonds.unsubscribe();
  }
}
