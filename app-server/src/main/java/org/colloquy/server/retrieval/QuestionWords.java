package org.colloquy.server.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of what somebody asks.
final class QuestionWords {
  private static final int MOST = 64;

  private QuestionWords() {}

  /// The first words, each once, in their order.
  static List<String> of(String question, Analyzer analyzer) {
    var words = new LinkedHashSet<String>();
    try (var tokens = analyzer.tokenStream("", question)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (words.size() < MOST && tokens.incrementToken()) {
        words.add(term.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return new ArrayList<>(words);
  }
}
