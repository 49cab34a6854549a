package org.colloquy.desktop.ui.parts.sources;

import java.util.List;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.TipCard;

/// What a mark in an answer names: title, page, words, and whether they stand there.
public final class SourceCard {
  private static final int MOST = 4;
  private static final int LONGEST = 400;

  private SourceCard() {}

  /// A card with the first of these.
  public static TipCard of(List<SourceLine> lines) {
    var card = new TipCard("source-card");
    lines.stream().limit(MOST).forEach(line -> card.getChildren().add(box(line)));
    if (lines.size() > MOST) {
      card.getChildren().add(TipCard.line(Text.of("sources.more", lines.size() - MOST), "hint"));
    }
    return card;
  }

  private static VBox box(SourceLine line) {
    var title = line.number() == 0 ? line.title() : "[" + line.number() + "] " + line.title();
    var box = new VBox(TipCard.line(title, "strong"));
    if (!line.words().isEmpty()) {
      box.getChildren().add(TipCard.line("“" + shortly(line.words()) + "”", "source-words"));
    }
    var state = (line.lost() ? "⚠ " : "✓ ") + SourceWords.state(line);
    box.getChildren().add(TipCard.line(state, line.lost() ? "source-lost" : "source-found"));
    return box;
  }

  private static String shortly(String words) {
    return words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words;
  }
}
