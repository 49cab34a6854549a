package org.colloquy.server.core.citation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;

/// A text as quotations are compared with it: without what printing and typing change though
/// nothing else is said. Hyphens at the ends of lines, ligatures, kinds of quotation marks and
/// dashes, and white space where it parts no words do not count; every letter, number and sign
/// does.
///
/// Each of its characters knows where it stands in the text it was made of.
final class ComparedText {
  private static final String DOUBLE_QUOTES = "\"“”„‟«»″";
  private static final String SINGLE_QUOTES = "'‘’‚‛‹›ʼ´";
  private static final String HYPHENS = "-‐‑";
  private static final String DASHES = HYPHENS + "‒–—―−";
  private static final String POINTS = ".,:";
  private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  private static final char FIRST_LIGATURE = '\uFB00';
  private static final char LAST_LIGATURE = '\uFB06';
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final String ORDINALS = "ªº";

  private final String original;
  private final StringBuilder text = new StringBuilder();
  private final BitSet optional = new BitSet();
  private int[] starts;
  private int[] ends;
  private boolean space;

  private ComparedText(String original) {
    this.original = original;
    starts = new int[original.length() + 16];
    ends = new int[original.length() + 16];
    int place = 0;
    while (place < original.length()) {
      place = take(place);
    }
  }

  static ComparedText of(String original) {
    return new ComparedText(original);
  }

  int length() {
    return text.length();
  }

  char at(int place) {
    return text.charAt(place);
  }

  /// Whether a character is a hyphen at the end of a line, which may belong to the word or not.
  boolean isOptional(int place) {
    return optional.get(place);
  }

  /// Where a character begins in the text that this was made of.
  int start(int place) {
    return starts[place];
  }

  /// Where it ends there.
  int end(int place) {
    return ends[place];
  }

  /// Whether nothing stands between a character and the one before.
  boolean touchesLast(int place) {
    return place > 0 && starts[place] == ends[place - 1];
  }

  /// Whether a character was a dash between parts of a sentence.
  boolean isLongDash(int place) {
    return original.charAt(starts[place]) == '—' || ends[place] - starts[place] > 1;
  }

  static boolean isWord(char character) {
    return Character.isLetterOrDigit(character)
        || Character.isSurrogate(character)
        || Character.getType(character) == Character.OTHER_NUMBER
        || Character.getType(character) == Character.NON_SPACING_MARK;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /// Takes the next character with its accents, and returns where the one after begins.
  private int take(int place) {
    char character = original.charAt(place);
    if (character == SOFT_HYPHEN && breaksLine(place + 1) && !isSoftDash(place)) {
      return afterSpace(place + 1);
    }
    if (isSpace(character)) {
      space = true;
      return place + 1;
    }
    if (Character.getType(character) == Character.FORMAT && !isSoftDash(place)) {
      return place + 1;
    }
    if (DASHES.indexOf(character) >= 0 || isSoftDash(place)) {
      return dash(place);
    }
    if (isDroppedQuote(place)) {
      space = true;
      return place + 1;
    }
    return word(place);
  }

  /// Numbers are not divided: a soft hyphen beside one was printed.
  private boolean isSoftDash(int place) {
    boolean afterDigit = place > 0 && isDigit(original.charAt(place - 1));
    boolean beforeDigit = place + 1 < original.length() && isDigit(original.charAt(place + 1));
    return original.charAt(place) == SOFT_HYPHEN && (afterDigit || beforeDigit);
  }

  private int dash(int place) {
    boolean divides =
        HYPHENS.indexOf(original.charAt(place)) >= 0
            && place > 0
            && Character.isLetter(original.charAt(place - 1))
            && breaksLine(place + 1);
    if (divides) {
      int next = afterSpace(place + 1);
      if (next < original.length() && Character.isLetter(original.charAt(next))) {
        optional.set(text.length());
        add('-', place, place + 1);
        return next;
      }
    }
    int end = place + 1;
    while (end < original.length() && original.charAt(end) == '-' && end - place < 3) {
      end++;
    }
    boolean sign = end == place + 1 && end < original.length() && isDigit(original.charAt(end));
    if (space && sign && !text.isEmpty() && isWord(text.charAt(text.length() - 1))) {
      add(' ', place, place);
    }
    add('-', place, end);
    return end;
  }

  private int word(int place) {
    int end = place + Character.charCount(original.codePointAt(place));
    while (end < original.length() && isAccent(original.charAt(end))) {
      end++;
    }
    var cluster = original.substring(place, end);
    var plain = plain(cluster);
    spaceBefore(plain.charAt(0), place, end);
    for (int i = 0; i < plain.length(); i++) {
      add(plain.charAt(i), place, end);
    }
    return end;
  }

  /// White space counts between words, and where a number would become another one without it.
  private void spaceBefore(char next, int place, int end) {
    if (!space || text.isEmpty()) {
      return;
    }
    char last = text.charAt(text.length() - 1);
    boolean words = isWord(last) && isWord(next);
    boolean afterPoint =
        isDigit(next)
            && POINTS.indexOf(last) >= 0
            && text.length() > 1
            && isDigit(text.charAt(text.length() - 2));
    boolean beforePoint =
        isDigit(last)
            && POINTS.indexOf(next) >= 0
            && end < original.length()
            && isDigit(original.charAt(end));
    if (words || afterPoint || beforePoint) {
      add(' ', place, place);
    }
  }

  private void add(char character, int start, int end) {
    if (text.length() == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    starts[text.length()] = start;
    ends[text.length()] = end;
    text.append(character);
    space = false;
  }

  private static String plain(String cluster) {
    char first = cluster.charAt(0);
    if (first >= FIRST_LIGATURE && first <= LAST_LIGATURE) {
      return LIGATURES[first - FIRST_LIGATURE];
    }
    if (first == '…') {
      return "...";
    }
    if (SINGLE_QUOTES.indexOf(first) >= 0) {
      return "'";
    }
    if (DOUBLE_QUOTES.indexOf(first) >= 0) {
      return "\"";
    }
    if (first >= '\uFF01' && first <= '\uFF5E') {
      return String.valueOf((char) (first - 0xFEE0));
    }
    boolean compatible =
        switch (Character.getType(cluster.codePointAt(0))) {
          case Character.UPPERCASE_LETTER,
              Character.LOWERCASE_LETTER,
              Character.TITLECASE_LETTER,
              Character.OTHER_LETTER,
              Character.DECIMAL_DIGIT_NUMBER ->
              ORDINALS.indexOf(first) < 0;
          default -> false;
        };
    return Normalizer.normalize(cluster, compatible ? Normalizer.Form.NFKC : Normalizer.Form.NFC);
  }

  /// Quotation marks say who speaks; after a number they may be a unit, and inside a word they are
  /// apostrophes.
  private boolean isDroppedQuote(int place) {
    char character = original.charAt(place);
    boolean afterDigit = place > 0 && isDigit(original.charAt(place - 1));
    if (DOUBLE_QUOTES.indexOf(character) >= 0) {
      return !afterDigit || "“”„‟«»".indexOf(character) >= 0;
    }
    if (SINGLE_QUOTES.indexOf(character) < 0) {
      return false;
    }
    boolean inside =
        place > 0
            && place + 1 < original.length()
            && Character.isLetter(original.charAt(place - 1))
            && Character.isLetter(original.charAt(place + 1));
    return !inside && !afterDigit;
  }

  private boolean breaksLine(int place) {
    int next = place;
    while (next < original.length() && isSpace(original.charAt(next))) {
      if (original.charAt(next) == '\n' || original.charAt(next) == '\r') {
        return true;
      }
      next++;
    }
    return false;
  }

  private int afterSpace(int place) {
    int next = place;
    while (next < original.length() && isSpace(original.charAt(next))) {
      next++;
    }
    return next;
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private static boolean isDigit(char character) {
    return Character.isDigit(character);
  }

  private static boolean isAccent(char character) {
    return Character.getType(character) == Character.NON_SPACING_MARK;
  }
}
