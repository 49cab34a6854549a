package org.colloquy.server.retrieval.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.server.core.search.Excerpt;
import org.colloquy.server.core.search.Excerpt.Mark;
import org.jspecify.annotations.Nullable;

/// Shows where words stand in a text. It reads no further than it shows.
final class Excerpts {
  private static final int BEFORE = 60;
  private static final int LONGEST = 240;
  private static final String MORE = "…";

  /// How far back the beginning of a phrase may be, in places.
  private static final int LONGEST_PHRASE = 64;

  private final List<Clause> clauses;
  private final Deque<Token> recent = new ArrayDeque<>();
  private final List<Mark> marks = new ArrayList<>();
  private @Nullable Mark first;

  private Excerpts(List<Clause> clauses) {
    this.clauses = clauses;
  }

  static Excerpt of(List<Clause> clauses, String text) {
    var found = new Excerpts(clauses);
    Tokens.read(text, found::take);
    return found.cut(text);
  }

  /// @return false when nothing that follows can be shown
  private boolean take(Token token) {
    recent.addLast(token);
    while (recent.getFirst().place() < token.place() - LONGEST_PHRASE) {
      recent.removeFirst();
    }
    for (var clause : clauses) {
      mark(clause, token);
    }
    return first == null || token.start() < first.start() + LONGEST;
  }

  /// Marks a clause that ends with this word.
  private void mark(Clause clause, Token last) {
    if (!clause.fits(clause.last(), last.word())) {
      return;
    }
    int start = last.start();
    for (var word : clause.words()) {
      int place = last.place() - clause.last().offset() + word.offset();
      var token = at(clause, word, place);
      if (token == null) {
        return;
      }
      start = Math.min(start, token.start());
    }
    var mark = new Mark(start, last.end());
    marks.add(mark);
    if (first == null) {
      first = mark;
    }
  }

  private @Nullable Token at(Clause clause, Clause.Word word, int place) {
    for (var token : recent) {
      if (token.place() == place && clause.fits(word, token.word())) {
        return token;
      }
    }
    return null;
  }

  private Excerpt cut(String text) {
    int around = first == null ? 0 : first.start();
    int start = around <= BEFORE ? 0 : wordAfter(text, around - BEFORE, around);
    int end = Math.min(text.length(), start + LONGEST);
    if (end < text.length()) {
      end = wordBefore(text, end, Math.max(around, start + LONGEST / 2));
    }
    return shown(text, start, end);
  }

  /// The start of the first word from here on, but not behind a place.
  private static int wordAfter(String text, int from, int behind) {
    int at = from;
    while (at < behind && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    while (at < behind && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < behind ? at : whole(text, from);
  }

  /// The end of the last word up to here, but not before a place.
  private static int wordBefore(String text, int from, int before) {
    int at = from;
    while (at > before && !Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at > before ? at : whole(text, from);
  }

  /// Not in the middle of a character of two units.
  private static int whole(String text, int at) {
    boolean inside =
        at > 0
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return inside ? at - 1 : at;
  }

  private Excerpt shown(String text, int start, int end) {
    var before = start > 0 ? MORE : "";
    var after = end < text.length() ? MORE : "";
    int shift = before.length() - start;
    var inside =
        marks.stream()
            .filter(mark -> mark.start() >= start && mark.end() <= end)
            .map(mark -> new Mark(mark.start() + shift, mark.end() + shift))
            .toList();
    return new Excerpt(before + oneLine(text.substring(start, end)) + after, apart(inside));
  }

  /// Each control character becomes a blank, so that all others keep their places.
  private static String oneLine(String text) {
    return text.chars()
        .map(sign -> Character.isISOControl(sign) ? ' ' : sign)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /// Those that touch or overlap become one.
  private static List<Mark> apart(List<Mark> marks) {
    var sorted = new ArrayList<>(marks);
    sorted.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
    var joined = new ArrayList<Mark>();
    for (var mark : sorted) {
      if (!joined.isEmpty() && mark.start() <= joined.getLast().end()) {
        var last = joined.removeLast();
        joined.add(new Mark(last.start(), Math.max(last.end(), mark.end())));
      } else {
        joined.add(mark);
      }
    }
    return joined;
  }
}
