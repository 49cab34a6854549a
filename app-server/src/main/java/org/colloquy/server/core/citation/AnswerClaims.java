package org.colloquy.server.core.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in an answer which passages it names and what it quotes. A quotation belongs to the next
/// number in its sentence, or to the one right before it; a quoted block to the number in it, or
/// next to it. Pure.
final class AnswerClaims {
  /// A quotation of fewer words that names no passage may be any turn of phrase.
  static final int FEWEST_WORDS = 5;

  /// No more are looked up.
  static final int MOST = 500;

  private static final int MOST_OF_RANGE = 10;

  private static final Pattern CODE =
      Pattern.compile("(?ms)^\\h*(```|~~~).*?(?:^\\h*\\1|\\z)|`[^`\\n]+`");
  private static final Pattern MARK =
      Pattern.compile("[\\[【]\\h*(\\d{1,3}(?:\\h*(?:[,;]|[-–])\\h*\\d{1,3})*)\\h*[\\]】](?!\\()");
  private static final Pattern LAST_MARKS =
      Pattern.compile("(?:\\h*[\\[【][\\d,;\\h–-]+[\\]】])+[\\h.]*\\s*\\z");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})(?:\\h*[-–]\\h*(\\d{1,3}))?");
  private static final Pattern QUOTATION =
      Pattern.compile(
          "“([^”]{1,8000})”|„([^“”]{1,8000})[“”]|«([^»]{1,8000})»|»([^«]{1,8000})«"
              + "|(?<![\\p{L}\\p{N}])\"([^\"]{1,8000})\"(?![\\p{L}\\p{N}])");
  private static final Pattern QUOTED_LINE = Pattern.compile("\\h{0,3}>");
  private static final Pattern BLOCK_MARK = Pattern.compile("(?m)^\\h{0,3}>\\h?");
  private static final Pattern ATTRIBUTION = Pattern.compile("(?s)^\\s*(?:—|–|--|-\\h).*");
  private static final Pattern BLANK = Pattern.compile("\\n(?:\\h*\\n)+");
  private static final Pattern PARAGRAPH_END =
      Pattern.compile("\\n\\h*\\n|\\n\\h*(?:[-*+]|\\d+\\.)\\h");
  private static final Pattern SENTENCE_END = Pattern.compile("(?s)[.!?][\"”»)\\]]*\\s+\\p{Lu}");
  private static final Pattern RIGHT_BEFORE = Pattern.compile("[\\s:,—–-]{0,5}");

  private final String answer;
  private final List<Piece> pieces = new ArrayList<>();

  private AnswerClaims(String answer) {
    this.answer = answer;
  }

  /// A part of the answer: numbers that are named, or a quotation.
  ///
  /// @param numbers empty for a quotation
  private record Piece(int start, int end, List<Integer> numbers, String quote) {
    boolean isMark() {
      return !numbers.isEmpty();
    }
  }

  /// In their order.
  static List<Claim> in(String answer) {
    return new AnswerClaims(answer).claims();
  }

  private List<Claim> claims() {
    var masked = new StringBuilder(answer);
    mask(masked, CODE);
    blocks(masked);
    quotations(masked);
    var marks = MARK.matcher(masked);
    while (marks.find()) {
      var numbers = numbers(marks.group(1));
      if (!numbers.isEmpty()) {
        pieces.add(new Piece(marks.start(), marks.end(), numbers, ""));
      }
    }
    pieces.sort(Comparator.comparingInt(Piece::start));
    return paired();
  }

  private static void mask(StringBuilder text, Pattern what) {
    var found = what.matcher(text.toString());
    while (found.find()) {
      mask(text, found.start(), found.end());
    }
  }

  /// What is masked is as long as before, and says nothing.
  private static void mask(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, '\u0000');
      }
    }
  }

  private void quotations(StringBuilder masked) {
    var found = QUOTATION.matcher(masked.toString());
    int from = 0;
    while (from <= masked.length() && found.find(from)) {
      boolean whole = !BLANK.matcher(found.group()).find();
      if (whole) {
        pieces.add(new Piece(found.start(), found.end(), List.of(), words(found, answer)));
        mask(masked, found.start(), found.end());
      }
      from = whole ? found.end() : found.start() + 1;
    }
  }

  private static String words(Matcher found, String answer) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.start(group) >= 0) {
        return answer.substring(found.start(group), found.end(group));
      }
    }
    return "";
  }

  /// Quoted blocks, whose last line may say where they are from.
  private void blocks(StringBuilder masked) {
    int begun = -1;
    int from = 0;
    while (from < masked.length()) {
      int end = masked.indexOf("\n", from);
      int next = end < 0 ? masked.length() : end + 1;
      boolean quoted = QUOTED_LINE.matcher(masked).region(from, next).lookingAt();
      if (quoted && begun < 0) {
        begun = from;
      } else if (!quoted && begun >= 0) {
        block(masked, begun, from);
        begun = -1;
      }
      from = next;
    }
    if (begun >= 0) {
      block(masked, begun, masked.length());
    }
  }

  private void block(StringBuilder masked, int start, int end) {
    int from = start;
    int quotedFrom = start;
    for (var line : answer.substring(start, end).split("(?<=\n)", -1)) {
      var words = BLOCK_MARK.matcher(line).replaceFirst("");
      int to = from + line.length();
      if (words.isBlank() || ATTRIBUTION.matcher(words).matches()) {
        quoted(masked, quotedFrom, from);
        quotedFrom = to;
      }
      from = to;
    }
    quoted(masked, quotedFrom, end);
  }

  /// Numbers at the end are not its words.
  private void quoted(StringBuilder masked, int start, int end) {
    var marks = LAST_MARKS.matcher(answer).region(start, end);
    int to = marks.find() ? marks.start() : end;
    var quote = BLOCK_MARK.matcher(answer.substring(start, to)).replaceAll("").strip();
    if (!quote.isEmpty()) {
      pieces.add(new Piece(start, to, List.of(), quote));
      mask(masked, start, to);
    }
  }

  private static List<Integer> numbers(String said) {
    var numbers = new ArrayList<Integer>();
    var each = NUMBER.matcher(said);
    while (each.find()) {
      int first = Integer.parseInt(each.group(1));
      int last = each.group(2) == null ? first : Integer.parseInt(each.group(2));
      for (int number = Math.max(1, first);
          number <= last && number - first < MOST_OF_RANGE;
          number++) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private List<Claim> paired() {
    var quotesOf = new ArrayList<List<String>>();
    pieces.forEach(_ -> quotesOf.add(new ArrayList<>()));
    var claims = new ArrayList<Claim>();
    for (int i = 0; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      if (!piece.isMark()) {
        var owners = owners(i);
        owners.forEach(owner -> quotesOf.get(owner).add(piece.quote()));
        if (owners.isEmpty() && piece.quote().strip().split("\\s+", -1).length >= FEWEST_WORDS) {
          claims.add(new Claim(0, piece.start(), piece.end(), piece.quote()));
        }
      }
    }
    for (int i = 0; i < pieces.size(); i++) {
      add(pieces.get(i), quotesOf.get(i), claims);
    }
    claims.sort(Comparator.comparingInt(Claim::start));
    return claims.subList(0, Math.min(claims.size(), MOST));
  }

  private static void add(Piece piece, List<String> quotes, List<Claim> claims) {
    for (int number : piece.numbers()) {
      if (quotes.isEmpty()) {
        claims.add(new Claim(number, piece.start(), piece.end(), ""));
      }
      quotes.forEach(quote -> claims.add(new Claim(number, piece.start(), piece.end(), quote)));
    }
  }

  /// The marks that a quotation belongs to: a group of them that stand together.
  private List<Integer> owners(int quotation) {
    int next = quotation + 1;
    while (next < pieces.size() && !pieces.get(next).isMark()) {
      next++;
    }
    if (next < pieces.size() && isSameSentence(pieces.get(quotation), pieces.get(next))) {
      return group(next);
    }
    int last = quotation - 1;
    if (last >= 0
        && pieces.get(last).isMark()
        && RIGHT_BEFORE.matcher(between(pieces.get(last), pieces.get(quotation))).matches()) {
      int first = last;
      while (first > 0 && isNextTo(first - 1)) {
        first--;
      }
      return group(first);
    }
    return List.of();
  }

  private List<Integer> group(int first) {
    var group = new ArrayList<>(List.of(first));
    while (group.getLast() + 1 < pieces.size() && isNextTo(group.getLast())) {
      group.add(group.getLast() + 1);
    }
    return group;
  }

  /// Whether a mark and the next piece, a mark too, stand together.
  private boolean isNextTo(int place) {
    var one = pieces.get(place);
    var next = pieces.get(place + 1);
    return one.isMark() && next.isMark() && between(one, next).matches("[\\h,;]*");
  }

  private boolean isSameSentence(Piece quotation, Piece mark) {
    var between = between(quotation, mark);
    if (isBlock(quotation)) {
      // Its number stands in its last line, or begins what comes after it.
      var said = BLOCK_MARK.matcher(between).replaceAll("").strip();
      return said.isEmpty() || (ATTRIBUTION.matcher(said).matches() && !said.contains("\n"));
    }
    if (PARAGRAPH_END.matcher(between).find()) {
      return false;
    }
    var quote = quotation.quote();
    boolean ended = !quote.isEmpty() && ".!?".indexOf(quote.charAt(quote.length() - 1)) >= 0;
    return !SENTENCE_END.matcher((ended ? "." : "") + between).find();
  }

  private boolean isBlock(Piece quotation) {
    int line = answer.lastIndexOf('\n', quotation.start()) + 1;
    return answer.substring(line, Math.min(answer.length(), line + 4)).strip().startsWith(">");
  }

  private String between(Piece one, Piece next) {
    return answer.substring(one.end(), Math.max(one.end(), next.start()));
  }
}
