package org.colloquy.server.storage.table;

import java.util.List;
import java.util.Set;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Refuses patterns with which one comparison could take for ever: H2 tries each place for each
/// `%`, and looks whether it was cancelled only between rows. What is left takes no longer than the
/// text and the pattern are long.
final class LikeCheck {
  private static final Set<String> WORDS = Set.of("like", "ilike");

  /// What may follow a pattern, beside words.
  private static final Set<String> ENDS = Set.of(")", ",", ";");

  private static final int LONGEST = 1_000;

  private LikeCheck() {}

  static void check(List<SqlWords.Word> words, int at) {
    if (words.get(at).kind() == SqlWords.Kind.WORD && WORDS.contains(words.get(at).plain())) {
      checkPattern(words, at + 1);
    }
  }

  private static void checkPattern(List<SqlWords.Word> words, int at) {
    if (!isWrittenDown(words, at)) {
      throw refused(
          "The pattern of LIKE has to be written down as one text: use POSITION to look for other"
              + " values.");
    }
    var pattern = words.get(at).plain();
    if (pattern.length() > LONGEST || jumps(pattern) > 1) {
      throw refused(
          "A pattern of LIKE with a % in more than one place beside its end, or of more than "
              + LONGEST
              + " characters, cannot be used here: join several LIKE by AND.");
    }
  }

  private static boolean isWrittenDown(List<SqlWords.Word> words, int at) {
    if (at >= words.size() || words.get(at).kind() != SqlWords.Kind.TEXT) {
      return false;
    }
    if (at + 1 == words.size()) {
      return true;
    }
    var next = words.get(at + 1);
    return switch (next.kind()) {
      case WORD -> true;
      case MARK -> ENDS.contains(next.plain());
      case QUOTED, TEXT, NUMBER -> false; // H2 takes texts that follow each other for one
    };
  }

  /// How often a comparison has to look for a place to go on; what stands at the end is free.
  private static int jumps(String pattern) {
    int jumps = 0;
    for (int i = 0; i < pattern.length(); i++) {
      boolean follows = i + 1 < pattern.length() && pattern.charAt(i + 1) != '%';
      jumps += pattern.charAt(i) == '%' && follows ? 1 : 0;
    }
    return jumps;
  }

  private static ProblemException refused(String why) {
    return new ProblemException(new Problem.Unavailable(why));
  }
}
