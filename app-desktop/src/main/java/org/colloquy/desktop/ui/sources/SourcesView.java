package org.colloquy.desktop.ui.sources;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.PageView;
import org.colloquy.desktop.ui.parts.sources.SourceLine;
import org.colloquy.desktop.ui.parts.sources.SourceLines;
import org.colloquy.desktop.ui.parts.sources.SourceList;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The page with the sources of an answer.
public final class SourcesView implements PageView {
  private final SourcesViewModel model;
  private final Consumer<SourceLine> open;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private StackPane sourcesFailure;
  @FXML private ScrollPane sourcesPane;

  /// @param open shows the page of a source
  public SourcesView(SourcesViewModel model, Consumer<SourceLine> open) {
    this.model = model;
    this.open = open;
  }

  @FXML
  private void initialize() {
    Hiding.whole(sourcesFailure);
    bonds =
        Subscription.combine(
            model.lines().subscribe(this::show),
            model.answers().failure().subscribe(why -> FailureCard.show(sourcesFailure, why)));
  }

  private void show(SourceLines lines) {
    if (lines.isEmpty()) {
      var none = new Label(Text.of("sources.page.none"));
      none.setWrapText(true);
      none.getStyleClass().add("hint");
      sourcesPane.setContent(none);
    } else {
      sourcesPane.setContent(new SourceList(lines, open));
    }
  }

  @Override
  public void show(@Nullable ConversationId conversation) {
    model.answers().show(conversation);
  }

  @Override
  public void close() {
    bonds.unsubscribe();
  }
}
