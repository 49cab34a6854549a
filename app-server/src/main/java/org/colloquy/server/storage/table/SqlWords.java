package org.colloquy.server.storage.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Takes a statement apart into its words, as the database would.
final class SqlWords {
  private final String sql;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private SqlWords(String sql) {
    this.sql = sql;
  }

  enum Kind {
    WORD,
    QUOTED,
    TEXT,
    NUMBER,
    MARK
  }

  /// @param plain in small letters, without quotes
  record Word(Kind kind, String plain) {
    boolean is(String other) {
      return kind != Kind.TEXT && kind != Kind.QUOTED && plain.equals(other);
    }
  }

  /// All but comments and blanks.
  ///
  /// @throws ProblemException Unavailable when a comment, a text or a name does not end, or there
  ///   is something that only confuses
  static List<Word> of(String sql) {
    var words = new SqlWords(sql);
    while (words.at < sql.length()) {
      words.next();
    }
    return words.words;
  }

  private void next() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (begins("--") || begins("//")) {
      skipLine();
    } else if (begins("/*")) {
      skipComment();
    } else if (c == '\'') {
      add(Kind.TEXT, enclosed('\''));
    } else if (c == '"' || c == '`') {
      add(Kind.QUOTED, enclosed(c));
    } else if (c == '[' || c == ']') {
      add(Kind.MARK, String.valueOf(c));
      at++;
    } else if (begins("$$")) {
      throw unclear("Texts between dollars");
    } else if (Character.isDigit(c) || (c == '.' && isDigit(at + 1))) {
      add(Kind.NUMBER, number());
    } else if (Character.isLetter(c) || c == '_') {
      word();
    } else if (c < 128 && c > ' ') {
      add(Kind.MARK, String.valueOf(c));
      at++;
    } else {
      throw unclear("Such characters outside of quotes");
    }
  }

  private boolean begins(String mark) {
    return sql.startsWith(mark, at);
  }

  private boolean isDigit(int place) {
    return place < sql.length() && Character.isDigit(sql.charAt(place));
  }

  private void add(Kind kind, String plain) {
    words.add(new Word(kind, plain.toLowerCase(Locale.ROOT)));
  }

  private void skipLine() {
    while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
      at++;
    }
  }

  /// Comments may stand in each other.
  private void skipComment() {
    int depth = 0;
    do {
      if (begins("/*")) {
        depth++;
        at += 2;
      } else if (begins("*/")) {
        depth--;
        at += 2;
      } else {
        at++;
      }
      if (at > sql.length() || (at == sql.length() && depth > 0)) {
        throw unclear("A comment without an end");
      }
    } while (depth > 0);
  }

  private String enclosed(char mark) {
    var inside = new StringBuilder();
    at++;
    while (true) {
      if (at >= sql.length()) {
        throw unclear("A text or name without an end");
      }
      char c = sql.charAt(at++);
      if (c != mark) {
        inside.append(c);
      } else if (at < sql.length() && sql.charAt(at) == mark) {
        inside.append(mark);
        at++;
      } else {
        return inside.toString();
      }
    }
  }

  private String number() {
    int start = at;
    while (at < sql.length() && (isPart(sql.charAt(at)) || isSignOfExponent())) {
      at++;
    }
    return sql.substring(start, at);
  }

  private boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_';
  }

  private boolean isSignOfExponent() {
    char c = sql.charAt(at);
    return (c == '+' || c == '-')
        && Character.toLowerCase(sql.charAt(at - 1)) == 'e'
        && isDigit(at + 1);
  }

  private void word() {
    int start = at;
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at)) || "_$".indexOf(sql.charAt(at)) >= 0)) {
      at++;
    }
    var word = sql.substring(start, at);
    if (word.equalsIgnoreCase("u") && begins("&")) {
      throw unclear("Names and texts with escapes");
    }
    add(Kind.WORD, word);
  }

  private static ProblemException unclear(String what) {
    return new ProblemException(new Problem.Unavailable(what + " cannot be used here."));
  }
}
