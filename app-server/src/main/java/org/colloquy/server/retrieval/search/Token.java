package org.colloquy.server.retrieval.search;

/// A word of a text, where it is among the words and where it stands.
///
/// @param place among the words; two signs that stand together have the place of the first
/// @param sort what the word is made of
/// @param start of the first character
/// @param end after the last one
record Token(String word, int place, Sort sort, int start, int end) {
  /// What a word is made of.
  enum Sort {
    LETTERS,
    /// One sign of a script without spaces.
    SIGN,
    /// Two of them.
    PAIR
  }
}
