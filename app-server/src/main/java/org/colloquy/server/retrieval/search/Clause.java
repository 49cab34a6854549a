package org.colloquy.server.retrieval.search;

import java.util.List;

/// Words that must occur one after the other; often it is only one.
///
/// @param words at least one, in the order of their places
/// @param begun whether the last word is only the beginning of one
record Clause(List<Word> words, boolean begun) {
  Clause {
    words = List.copyOf(words);
  }

  /// A word and how many places it is behind the first.
  record Word(String text, int offset) {}

  Word last() {
    return words.getLast();
  }

  /// Whether a word of a text can stand for one of these.
  boolean fits(Word word, String found) {
    boolean open = begun && word.equals(last());
    return open ? found.startsWith(word.text()) : found.equals(word.text());
  }
}
