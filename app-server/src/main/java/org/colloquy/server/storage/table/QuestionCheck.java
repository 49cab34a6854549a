package org.colloquy.server.storage.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Refuses what is no single question, before the database sees it: a second wall. The first is
/// that questions are put as somebody who may read the tables and nothing else.
///
/// Some functions are refused that an ordinary user may call, because one call of them can take any
/// amount of time or memory and cannot be stopped.
final class QuestionCheck {
  private static final int LONGEST = 20_000;
  private static final Set<String> BEGINNINGS = Set.of("select", "with", "values", "table", "(");

  /// Places where other things stand than the tables.
  private static final Set<String> ELSEWHERE = Set.of("information_schema", "pg_catalog");

  private static final Set<String> REFUSED =
      Set.of(
          // reach files, other databases, Java, the program
          "file_read",
          "file_write",
          "csvread",
          "csvwrite",
          "link_schema",
          "linked_table",
          "runscript",
          "script",
          "backup",
          "shutdown",
          "trace",
          "database_path",
          "memory_used",
          "memory_free",
          "db_object_sql",
          "db_object_id",
          "db_object_size",
          "db_object_total_size",
          "db_object_approximate_size",
          "disk_space_used",
          "transaction_id",
          "cancel_session",
          "abort_session",
          "session_id",
          "lock_timeout",
          "readonly",
          "autocommit",
          "h2version",
          "current_user",
          "user",
          "session_user",
          "system_user",
          "current_catalog",
          "current_schema",
          "current_role",
          "current_path",
          "database",
          "schema",
          "estimated_envelope",
          // cannot be stopped
          "hash",
          "ora_hash",
          "encrypt",
          "decrypt",
          "compress",
          "expand",
          "secure_rand",
          "regexp_like",
          "regexp_replace",
          "regexp_substr",
          "xmlattr",
          "xmlnode",
          "xmltext",
          "xmlcomment",
          "xmlcdata",
          "stringencode",
          "signal");

  /// Those that make long texts of short ones, and which of their arguments has to be written down
  /// as a small number or a short text.
  private static final Map<String, Integer> GROWING =
      Map.of("repeat", 1, "space", 0, "lpad", 1, "rpad", 1, "replace", 2);

  private static final int SHORT = 20;

  private static final Set<String> REFUSED_WORDS = Set.of("regexp", "rlike", "into");

  private static final int MOST_DIGITS = 400;

  private QuestionCheck() {}

  static void check(String sql) {
    if (sql.isBlank() || sql.length() > LONGEST) {
      throw refused("The SQL has to have between 1 and " + LONGEST + " characters.");
    }
    check(SqlWords.of(sql));
  }

  private static void check(List<SqlWords.Word> words) {
    if (words.isEmpty() || !BEGINNINGS.contains(words.getFirst().plain())) {
      throw refused("Only a SELECT can be asked.");
    }
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      boolean called = i + 1 < words.size() && words.get(i + 1).is("(");
      switch (word.kind()) {
        case MARK -> {
          if (word.is(";") && i < words.size() - 1) {
            throw refused("Only one statement can be asked at a time.");
          }
          if (word.is("~")) {
            throw refused("Regular expressions cannot be used here: use LIKE.");
          }
        }
        case WORD -> {
          var name = word.plain();
          if (REFUSED_WORDS.contains(name) || isUpdating(words, i)) {
            throw refused(name.toUpperCase(Locale.ROOT) + " cannot be used here.");
          }
          checkName(name, called);
          checkGrowing(words, i, called);
          LikeCheck.check(words, i);
        }
        case QUOTED -> {
          checkName(word.plain(), called);
          checkGrowing(words, i, called);
        }
        case TEXT -> checkExponent(word.plain());
        case NUMBER -> checkExponent(word.plain());
      }
    }
  }

  private static boolean isUpdating(List<SqlWords.Word> words, int at) {
    return words.get(at).is("for") && at + 1 < words.size() && words.get(at + 1).is("update");
  }

  private static void checkName(String name, boolean called) {
    if (ELSEWHERE.contains(name)) {
      throw refused("Only the tables of this conversation can be read.");
    }
    if (called && REFUSED.contains(name)) {
      throw refused("The function " + name.toUpperCase(Locale.ROOT) + " cannot be used here.");
    }
  }

  private static void checkGrowing(List<SqlWords.Word> words, int at, boolean called) {
    var bound = GROWING.get(words.get(at).plain());
    if (!called || bound == null) {
      return;
    }
    var argument = argument(words, at + 1, bound);
    boolean small =
        argument.isEmpty()
            || (argument.size() == 1
                && switch (argument.getFirst().kind()) {
                  case NUMBER -> argument.getFirst().plain().matches("\\d{1,3}");
                  case TEXT -> argument.getFirst().plain().length() <= SHORT;
                  case WORD, QUOTED, MARK -> false;
                });
    if (!small) {
      throw refused(
          "The function %s cannot be used here unless its argument %d is written down and short."
              .formatted(words.get(at).plain().toUpperCase(Locale.ROOT), bound + 1));
    }
  }

  /// The words of one argument of a call.
  private static List<SqlWords.Word> argument(List<SqlWords.Word> words, int open, int wanted) {
    var argument = new ArrayList<SqlWords.Word>();
    int depth = 0;
    int number = 0;
    for (int i = open; i < words.size(); i++) {
      var word = words.get(i);
      depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
      if (depth == 0) {
        break;
      }
      if (depth == 1 && word.is(",")) {
        number++;
      } else if (number == wanted && i > open) {
        argument.add(word);
      }
    }
    return argument;
  }

  /// Adding to a number with a huge exponent takes for ever.
  private static void checkExponent(String text) {
    int mark = Math.max(text.lastIndexOf('e'), text.lastIndexOf('E'));
    if (mark > 0 && text.length() < 64) {
      var digits = text.substring(mark + 1).replaceFirst("^[+-]", "").strip();
      if (digits.matches("\\d{3,}") && exponent(digits) > MOST_DIGITS) {
        throw refused("Numbers of this size cannot be used here.");
      }
    }
  }

  private static int exponent(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private static ProblemException refused(String why) {
    return new ProblemException(new Problem.Unavailable(why));
  }
}
