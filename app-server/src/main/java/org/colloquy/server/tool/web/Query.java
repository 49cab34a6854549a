package org.colloquy.server.tool.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What is asked of a search engine.
final class Query {
  /// No engine takes more.
  private static final int MOST_WORDS = 50;

  private static final int LONGEST = 400;

  private Query() {}

  /// The beginning of a question, on one line.
  static String of(String question) {
    var beginning = question.substring(0, Math.min(question.length(), LONGEST * 4));
    var words =
        Arrays.stream(PlainText.visible(beginning).strip().split("\\s+"))
            .limit(MOST_WORDS)
            .collect(Collectors.joining(" "));
    return words.substring(0, PlainText.cut(words, LONGEST)).strip();
  }
}
