package org.colloquy.desktop.ui.chat;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.sources.SourceLine;
import org.colloquy.desktop.ui.parts.sources.SourceLines;
import org.colloquy.desktop.ui.parts.sources.SourceList;
import org.jspecify.annotations.Nullable;

/// The sources of an answer behind their title, which tells how many were not found. The list is
/// made when it is unfolded.
final class SourcesFold extends VBox {
  private final Button title = new Button();
  private final Consumer<SourceLine> open;
  private final Runnable unfolded;
  private @Nullable SourceLines shown;
  private boolean isOpen;

  /// @param open shows the page of a source
  /// @param unfolded is told when a person wants to see these
  SourcesFold(Consumer<SourceLine> open, Runnable unfolded) {
    this.open = open;
    this.unfolded = unfolded;
    getChildren().add(title);
    title.getStyleClass().addAll("flat", "small", "thoughts", "sources-title");
    title.setText(Text.of("sources.title", 0, 0));
    title.setGraphic(Icon.RIGHT.node());
    title.setOnAction(_ -> fold(!isOpen));
    setVisible(false);
  }

  void show(@Nullable SourceLines lines) {
    if (lines != null && !lines.equals(shown)) {
      shown = lines;
      title.setText(words(lines));
      title.getStyleClass().remove("source-lost");
      if (lines.lost() > 0) {
        title.getStyleClass().add("source-lost");
      }
      fold(isOpen);
    }
    setVisible(lines != null && !lines.isEmpty());
  }

  private static String words(SourceLines lines) {
    var words = Text.of("sources.title", lines.used().size(), lines.unused().size());
    return lines.lost() == 0
        ? words
        : words + " · ⚠ " + Text.of("sources.lost.count", lines.lost());
  }

  private void fold(boolean wanted) {
    if (wanted && !isOpen) {
      unfolded.run();
    }
    isOpen = wanted;
    title.setGraphic((wanted ? Icon.DOWN : Icon.RIGHT).node());
    getChildren().setAll(title);
    if (wanted && shown != null) {
      getChildren().add(new SourceList(shown, open));
    }
  }
}
