package org.colloquy.server.extract.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.colloquy.server.core.document.DocumentText;
import org.jspecify.annotations.Nullable;

/// The text of a page, and where its lines stand.
record PageText(String text, List<DocumentText.Line> lines) {
  private static final float GAP_OF_PARAGRAPHS = 1.4f;
  private static final float OTHER_SIZE = 1.2f;

  /// @param words in the order in which they were written
  /// @param hyphens knows the words of the document with a hyphen
  static PageText of(List<Word> words, Hyphens hyphens) {
    var blocks = Columns.of(words).stream().map(PageText::lines).toList();
    blocks.forEach(block -> block.forEach(line -> hyphens.learn(line.text())));
    var writer = new Writing(hyphens);
    blocks.forEach(writer::block);
    return new PageText(writer.text.toString(), writer.lines);
  }

  /// The lines of a block from top to bottom, each from left to right.
  private static List<Word> lines(List<Word> block) {
    var lines = new ArrayList<List<Word>>();
    for (var run : block.stream().sorted(Comparator.comparingDouble(Word::bottom)).toList()) {
      var line = lines.isEmpty() ? null : lines.getLast();
      if (line != null && line.getLast().isLevelWith(run)) {
        line.add(run);
      } else {
        lines.add(new ArrayList<>(List.of(run)));
      }
    }
    return lines.stream()
        .map(line ->
            line.stream()
                .sorted(Comparator.comparingDouble(Word::x))
                .reduce(Columns::joined)
                .orElseThrow())
        .toList();
  }

  /// A text as it grows.
  private static final class Writing {
    private final Hyphens hyphens;
    private final StringBuilder text = new StringBuilder();
    private final List<DocumentText.Line> lines = new ArrayList<>();
    private @Nullable Word last;

    Writing(Hyphens hyphens) {
      this.hyphens = hyphens;
    }

    void block(List<Word> block) {
      float usual = usualPitch(block);
      float left = block.stream().map(Word::x).min(Float::compare).orElse(0f);
      for (int i = 0; i < block.size(); i++) {
        var line = block.get(i);
        boolean begins = i == 0 ? beginsBlock(line) : begins(block.get(i - 1), line, usual, left);
        line(line, begins);
      }
    }

    private void line(Word line, boolean beginsParagraph) {
      join(line, beginsParagraph);
      int start = text.length();
      text.append(line.text());
      lines.add(
          new DocumentText.Line(
              start, text.length(), line.x(), line.y(), line.width(), line.height()));
      last = line;
    }

    private void join(Word line, boolean beginsParagraph) {
      var before = last;
      if (before == null) {
        return;
      }
      var joint = hyphens.between(before.text(), line.text());
      switch (joint) {
        case NONE -> {
          text.setLength(text.length() - 1);
          var shape = lines.removeLast();
          lines.add(
              new DocumentText.Line(
                  shape.start(),
                  text.length(),
                  shape.x(),
                  shape.y(),
                  shape.width(),
                  shape.height()));
        }
        case HYPHEN -> {
          // the word goes on
        }
        case LINE -> text.append(beginsParagraph ? "\n\n" : "\n");
      }
    }

    /// A column goes on with the sentence of the one before.
    private boolean beginsBlock(Word line) {
      var before = last;
      return before == null
          || ".!?:".indexOf(before.text().charAt(before.text().length() - 1)) >= 0
          || differs(before, line);
    }

    private static boolean begins(Word before, Word line, float usual, float left) {
      float pitch = line.bottom() - before.bottom();
      boolean isSetIn =
          line.x() > left + 0.8f * line.size()
              && line.x() < left + 4 * line.size()
              && before.x() < left + 0.4f * line.size();
      return pitch > GAP_OF_PARAGRAPHS * usual || differs(before, line) || isSetIn;
    }

    private static boolean differs(Word one, Word other) {
      float larger = Math.max(one.size(), other.size());
      return larger > OTHER_SIZE * Math.min(one.size(), other.size());
    }

    private static float usualPitch(List<Word> block) {
      var pitches = new ArrayList<Float>();
      for (int i = 1; i < block.size(); i++) {
        pitches.add(block.get(i).bottom() - block.get(i - 1).bottom());
      }
      pitches.sort(Float::compare);
      return pitches.isEmpty() ? Float.MAX_VALUE : pitches.get(pitches.size() / 2);
    }
  }
}
