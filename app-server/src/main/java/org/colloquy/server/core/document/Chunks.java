package org.colloquy.server.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Divides a page into pieces that are found as a whole: along its paragraphs and headings, long
/// enough to say something and short enough to be read at once. Pure.
final class Chunks {
  /// A piece of fewer words goes on with the next paragraph.
  static final int FEWEST = 120;

  /// No piece has more words.
  static final int MOST = 220;

  /// A heading begins a piece if the one before has so many words.
  private static final int FEWEST_BEFORE_HEADING = 40;

  /// A last piece of fewer words belongs to the one before.
  private static final int FEWEST_AT_END = 30;

  /// How many words of a long paragraph stand in two pieces.
  private static final int OVERLAP = 30;

  private static final int LONGEST_HEADING = 12;

  private static final Pattern GAP = Pattern.compile("\\R\\h*\\R\\s*");

  /// Scripts without spaces have about two signs to a word.
  private static final Pattern WORD =
      Pattern.compile("\\p{IsIdeographic}{1,2}|(?:(?!\\p{IsIdeographic})\\S){1,60}");

  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…][\"'”’)\\]]*");
  private static final Pattern ENDS_LIKE_TEXT = Pattern.compile("(?s).*[.!?…:;,]\\s*");

  private Chunks() {}

  /// From where to where, in UTF-16 units.
  record Span(int start, int end) {}

  /// A word of the page.
  private record Word(int start, int end, boolean endsSentence) {}

  /// The pieces of a page, in its order; together they have all its words.
  static List<Span> of(String page) {
    var spans = new ArrayList<Span>();
    var open = new ArrayList<Word>();
    var gaps = GAP.matcher(page);
    int start = 0;
    while (start < page.length()) {
      boolean more = gaps.find();
      add(page, start, more ? gaps.start() : page.length(), open, spans);
      start = more ? gaps.end() : page.length();
    }
    finish(open, spans);
    return spans;
  }

  private static void add(String page, int start, int end, List<Word> open, List<Span> spans) {
    var words = words(page, start, end);
    boolean heading = isHeading(page.substring(start, end).strip(), words.size());
    boolean full = open.size() >= FEWEST || open.size() + words.size() > MOST;
    if ((heading && open.size() >= FEWEST_BEFORE_HEADING) || (full && !open.isEmpty())) {
      close(open, spans);
    }
    open.addAll(words);
    while (open.size() > MOST) {
      closeFirst(open, spans);
    }
  }

  private static List<Word> words(String page, int from, int to) {
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(page).region(from, to);
    while (matcher.find()) {
      boolean ends = SENTENCE_END.matcher(matcher.group()).matches();
      words.add(new Word(matcher.start(), matcher.end(), ends));
    }
    return words;
  }

  private static boolean isHeading(String paragraph, int words) {
    return words > 0
        && words <= LONGEST_HEADING
        && paragraph.indexOf('\n') < 0
        && !ENDS_LIKE_TEXT.matcher(paragraph).matches();
  }

  private static void close(List<Word> open, List<Span> spans) {
    spans.add(new Span(open.getFirst().start(), open.getLast().end()));
    open.clear();
  }

  /// Closes what fits of too long a piece, at the end of a sentence if there is one; the last words
  /// of it stand in the next piece too.
  private static void closeFirst(List<Word> open, List<Span> spans) {
    int end = MOST;
    while (end > FEWEST && !open.get(end - 1).endsSentence()) {
      end--;
    }
    end = end == FEWEST ? MOST : end;
    spans.add(new Span(open.getFirst().start(), open.get(end - 1).end()));
    int repeated = end - 1;
    while (repeated > end - OVERLAP && !open.get(repeated - 1).endsSentence()) {
      repeated--;
    }
    open.subList(0, repeated > end - OVERLAP ? repeated : end - OVERLAP / 2).clear();
  }

  private static void finish(List<Word> open, List<Span> spans) {
    if (open.isEmpty()) {
      return;
    }
    if (open.size() < FEWEST_AT_END && !spans.isEmpty()) {
      var last = spans.removeLast();
      spans.add(new Span(last.start(), open.getLast().end()));
    } else {
      close(open, spans);
    }
  }
}
