package org.colloquy.server.extract.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts what stands on a page into the order in which people read it: down one column, then down
/// the next; what reaches across columns parts what is above it from what is below.
final class Columns {
  private static final int DEEPEST = 3;
  private static final int FEWEST_LINES = 4;
  private static final int PLACES_TRIED = 120;
  private static final float LARGEST_GAP_OF_WORDS = 1.2f;
  private static final float PROSE = 0.5f;

  private Columns() {}

  /// The blocks of a page; each is read from top to bottom.
  static List<List<Word>> of(List<Word> words) {
    var blocks = new ArrayList<List<Word>>();
    split(runs(words), DEEPEST, blocks);
    return blocks;
  }

  /// Words that were written one after the other and stand side by side.
  private static List<Word> runs(List<Word> words) {
    var runs = new ArrayList<Word>();
    for (var word : words) {
      var last = runs.isEmpty() ? null : runs.getLast();
      if (last != null && goesOn(last, word)) {
        runs.set(runs.size() - 1, joined(last, word));
      } else {
        runs.add(word);
      }
    }
    return runs;
  }

  private static boolean goesOn(Word run, Word word) {
    float gap = word.x() - run.right();
    float size = Math.max(run.size(), word.size());
    return run.isLevelWith(word) && gap > -0.5f * size && gap < LARGEST_GAP_OF_WORDS * size;
  }

  /// Two that are read as one.
  static Word joined(Word one, Word other) {
    float x = Math.min(one.x(), other.x());
    float y = Math.min(one.y(), other.y());
    float gap = other.x() - one.right();
    float size = Math.max(one.size(), other.size());
    var between = gap < 0.12f * size ? "" : gap > 2 * size ? "\t" : " ";
    return new Word(
        one.text() + between + other.text(),
        x,
        y,
        Math.max(one.right(), other.right()) - x,
        Math.max(one.bottom(), other.bottom()) - y,
        size);
  }

  private static void split(List<Word> runs, int depth, List<List<Word>> blocks) {
    if (runs.isEmpty()) {
      return;
    }
    float gutter = depth == 0 ? Float.NaN : gutter(runs);
    if (Float.isNaN(gutter)) {
      blocks.add(runs);
      return;
    }
    var across = new ArrayList<Word>();
    var left = new ArrayList<Word>();
    var right = new ArrayList<Word>();
    for (var run : runs.stream().sorted(Comparator.comparingDouble(Word::y)).toList()) {
      if (run.right() <= gutter || run.x() >= gutter) {
        if (!across.isEmpty() && across.getLast().bottom() <= run.y() + 0.5f * run.height()) {
          blocks.add(List.copyOf(across));
          across.clear();
        }
        (run.x() >= gutter ? right : left).add(run);
      } else {
        flush(left, right, depth, blocks);
        across.add(run);
      }
    }
    if (!across.isEmpty()) {
      blocks.add(across);
    }
    flush(left, right, depth, blocks);
  }

  private static void flush(List<Word> left, List<Word> right, int depth, List<List<Word>> blocks) {
    split(List.copyOf(left), depth - 1, blocks);
    split(List.copyOf(right), depth - 1, blocks);
    left.clear();
    right.clear();
  }

  /// Where the page falls into two columns; not a number where it does not.
  private static float gutter(List<Word> runs) {
    float from = runs.stream().map(Word::x).min(Float::compare).orElse(0f);
    float to = runs.stream().map(Word::right).max(Float::compare).orElse(0f);
    float best = Float.NaN;
    int fewest = Integer.MAX_VALUE;
    int places = 0;
    for (int i = PLACES_TRIED / 5; i <= PLACES_TRIED * 4 / 5; i++) {
      float place = from + (to - from) * i / PLACES_TRIED;
      int crossing = crossing(runs, place, from, to);
      if (crossing < fewest) {
        fewest = crossing;
        best = place;
        places = 1;
      } else if (crossing == fewest
          && best + (to - from) * places / PLACES_TRIED >= place - 0.01f) {
        places++;
      }
    }
    return fewest == Integer.MAX_VALUE
        ? Float.NaN
        : best + (to - from) * (places - 1) / 2 / PLACES_TRIED;
  }

  /// How many reach across a place; as many as can be where there are no columns beside it.
  private static int crossing(List<Word> runs, float place, float from, float to) {
    int across = 0;
    var left = new ArrayList<Word>();
    var right = new ArrayList<Word>();
    for (var run : runs) {
      if (run.right() <= place) {
        left.add(run);
      } else if (run.x() >= place) {
        right.add(run);
      } else {
        across++;
      }
    }
    boolean areColumns =
        left.size() >= FEWEST_LINES
            && right.size() >= FEWEST_LINES
            && across <= (left.size() + right.size()) / 3
            && isProse(left, place - from)
            && isProse(right, to - place)
            && areBesideEachOther(left, right);
    return areColumns ? across : Integer.MAX_VALUE;
  }

  /// Lines of a text fill their column; cells of a table do not.
  private static boolean isProse(List<Word> runs, float width) {
    long wide = runs.stream().filter(run -> run.width() >= PROSE * width).count();
    return wide * 2 >= runs.size();
  }

  private static boolean areBesideEachOther(List<Word> left, List<Word> right) {
    var fewer = left.size() < right.size() ? left : right;
    var more = left.size() < right.size() ? right : left;
    long beside =
        fewer.stream()
            .filter(run ->
                more.stream()
                    .anyMatch(other -> run.y() < other.bottom() && other.y() < run.bottom()))
            .count();
    return beside >= FEWEST_LINES - 1 && beside * 3 >= fewer.size();
  }
}
