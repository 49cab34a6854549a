package org.colloquy.desktop.ui.chat;

import javafx.beans.value.ObservableValue;
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
  private final ObservableValue<String> away;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Label title;
  @FXML private Label privacy;

  /// What stands in an empty conversation.
  ///
  /// @param away where another server is that is shown; empty for the program's own
  public EmptyView(ChatViewModel model, ObservableValue<String> away) {
    this.model = model;
    this.away = away;
  }

  @FXML
  private void initialize() {
    bonds =
        Subscription.combine(
            model.model().subscribe(this::show),
            away.subscribe(_ -> show(model.model().getValue())));
  }

  private void show(@Nullable ModelChoice choice) {
    title.setText(
        choice == null ? Text.of("empty.title.plain") : Text.of("empty.title", choice.title()));
    if (choice == null) {
      privacy.setText("");
    } else if (!away.getValue().isEmpty()) {
      privacy.setText(Text.of("empty.privacy.away", away.getValue()));
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
