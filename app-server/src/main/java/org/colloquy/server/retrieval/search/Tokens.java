package org.colloquy.server.retrieval.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// The words of texts.
final class Tokens {
  private static final Analyzer ANALYZER = new WordAnalyzer();

  private Tokens() {}

  /// Hands out the words of a text in their order, as long as the taker wants more.
  static void read(String text, Predicate<Token> taker) {
    try (var stream = ANALYZER.tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var type = stream.addAttribute(TypeAttribute.class);
      stream.reset();
      int place = -1;
      boolean more = true;
      while (more && stream.incrementToken()) {
        place += step.getPositionIncrement();
        more =
            taker.test(
                new Token(
                    term.toString(),
                    place,
                    sort(type.type()),
                    offset.startOffset(),
                    offset.endOffset()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  static List<Token> of(String text) {
    var tokens = new ArrayList<Token>();
    read(text, tokens::add);
    return tokens;
  }

  private static Token.Sort sort(String type) {
    return switch (type) {
      case CJKBigramFilter.DOUBLE_TYPE -> Token.Sort.PAIR;
      case CJKBigramFilter.SINGLE_TYPE -> Token.Sort.SIGN;
      default -> Token.Sort.LETTERS;
    };
  }
}
