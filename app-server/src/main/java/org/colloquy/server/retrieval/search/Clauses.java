package org.colloquy.server.retrieval.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads what somebody typed: words that must all occur, the last of which is perhaps not typed to
/// its end, and phrases in quotation marks.
final class Clauses {
  /// A phrase, or anything up to the next blank. A quotation mark that is not closed is none.
  private static final Pattern PART = Pattern.compile("[\"“”„]([^\"“”„]*)[\"“”„]|([^\\s\"“”„]+)");

  private static final int MOST = 32;

  private Clauses() {}

  /// The clauses, all of which must be fulfilled; none when no word was typed.
  static List<Clause> of(String typed) {
    var clauses = new ArrayList<Clause>();
    var parts = PART.matcher(typed);
    boolean begun = false;
    while (clauses.size() < MOST && parts.find()) {
      var phrase = parts.group(1);
      var words = words(phrase == null ? parts.group(2) : phrase);
      if (!words.isEmpty()) {
        clauses.add(new Clause(words, false));
        begun = phrase == null;
      }
    }
    if (begun) {
      var last = clauses.removeLast();
      clauses.add(new Clause(last.words(), isOpen(last)));
    }
    return clauses;
  }

  /// Signs are found inside of longer texts anyway.
  private static boolean isOpen(Clause clause) {
    return Tokens.of(clause.last().text()).stream()
        .allMatch(token -> token.sort() == Token.Sort.LETTERS);
  }

  /// Where two signs stand together they are looked for as a pair, which is rarer than each.
  private static List<Clause.Word> words(String typed) {
    var tokens = Tokens.of(typed);
    var words = new ArrayList<Clause.Word>();
    for (var token : tokens) {
      boolean needed =
          token.sort() != Token.Sort.SIGN
              || tokens.stream().noneMatch(other -> covers(other, token));
      if (needed) {
        words.add(new Clause.Word(token.word(), token.place() - tokens.getFirst().place()));
      }
    }
    return words;
  }

  private static boolean covers(Token pair, Token sign) {
    return pair.sort() == Token.Sort.PAIR
        && (pair.place() == sign.place() || pair.place() == sign.place() - 1);
  }
}
