package org.colloquy.desktop.ui.parts.sources;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;

/// The sources of an answer below each other: those that it used, then those that it did not.
public final class SourceList extends VBox {
  private static final int MOST = 100;

  private final Consumer<SourceLine> open;

  /// @param open shows the page of a source
  public SourceList(SourceLines lines, Consumer<SourceLine> open) {
    this.open = open;
    getStyleClass().add("source-list");
    addAll(lines.used());
    if (!lines.unused().isEmpty()) {
      var title = new Label(Text.of("sources.unused"));
      title.getStyleClass().addAll("hint", "source-unused-title");
      getChildren().add(title);
      addAll(lines.unused());
    }
  }

  private void addAll(List<SourceLine> lines) {
    lines.stream()
        .limit(MOST)
        .forEach(line -> getChildren().add(new SourceRow(line, () -> open.accept(line))));
    if (lines.size() > MOST) {
      var more = new Label(Text.of("sources.more", lines.size() - MOST));
      more.getStyleClass().add("hint");
      getChildren().add(more);
    }
  }
}
