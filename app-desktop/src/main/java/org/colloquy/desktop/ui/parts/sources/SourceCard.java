package org.colloquy.desktop.ui.parts.sources;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;

/// What a mark in an answer names: title, page, words, and whether they stand there.
public final class SourceCard extends VBox {
  private static final int MOST = 4;
  private static final int LONGEST = 400;

  public SourceCard(List<SourceLine> lines) {
    getStyleClass().add("source-card");
    lines.stream().limit(MOST).forEach(this::add);
    if (lines.size() > MOST) {
      getChildren().add(label(Text.of("sources.more", lines.size() - MOST), "hint"));
    }
  }

  private void add(SourceLine line) {
    var title = line.number() == 0 ? line.title() : "[" + line.number() + "] " + line.title();
    var box = new VBox(label(title, "strong"));
    if (!line.words().isEmpty()) {
      box.getChildren().add(label("“" + shortly(line.words()) + "”", "source-words"));
    }
    var state = (line.lost() ? "⚠ " : "✓ ") + SourceWords.state(line);
    box.getChildren().add(label(state, line.lost() ? "source-lost" : "source-found"));
    getChildren().add(box);
  }

  private static String shortly(String words) {
    return words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words;
  }

  private static Label label(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setStyle("-fx-max-width: 25.7em");
    label.getStyleClass().add(style);
    return label;
  }
}
