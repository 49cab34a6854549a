package org.colloquy.server.retrieval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a text into the pieces of words that a BERT model knows, without regard to case and
/// accents.
final class WordPieces {
  static final String UNKNOWN = "[UNK]";

  private static final int LONGEST_WORD = 100;
  private static final String GOES_ON = "##";

  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
  private static final Pattern UNSEEN =
      Pattern.compile("[\\x00\\uFFFD]|(?![\\t\\n\\r])[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");

  /// A letter of a script without spaces, a sign, or everything up to the next of these.
  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}|[\\p{P}$+<=>^`|~]|[^\\s\\p{Z}\\p{IsHan}\\p{P}$+<=>^`|~]+");

  private final Map<String, Integer> numbers;
  private final int unknown;

  /// @param numbers of the pieces, one of them [#UNKNOWN]; those inside a word begin with `##`
  WordPieces(Map<String, Integer> numbers) {
    this.numbers = numbers;
    this.unknown = number(UNKNOWN);
  }

  /// The number of a piece that there must be.
  int number(String piece) {
    var number = numbers.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("no " + piece + " among the pieces");
    }
    return number;
  }

  /// The numbers of a text's pieces.
  ///
  /// @param most how many at the most; the rest of the text does not count
  List<Integer> of(String text, int most) {
    var plain = UNSEEN.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    var bare = ACCENTS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    var pieces = new ArrayList<Integer>();
    var words = WORD.matcher(bare);
    while (pieces.size() < most && words.find()) {
      pieces.addAll(ofWord(words.group()));
    }
    return pieces.size() > most ? List.copyOf(pieces.subList(0, most)) : pieces;
  }

  /// The longest known beginning, then the longest known one of the rest, and so on.
  private List<Integer> ofWord(String word) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      return List.of(unknown);
    }
    var pieces = new ArrayList<Integer>();
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      var piece = find(word, start, end);
      while (piece == null && end > start + 1) {
        end--;
        piece = find(word, start, end);
      }
      if (piece == null) {
        return List.of(unknown);
      }
      pieces.add(piece);
      start = end;
    }
    return pieces;
  }

  private @Nullable Integer find(String word, int start, int end) {
    var piece = word.substring(start, end);
    return numbers.get(start == 0 ? piece : GOES_ON + piece);
  }
}
