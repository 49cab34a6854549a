package org.colloquy.server.llm.wire;

/// Puts characters together that were cut between two events, and replaces halves that have no
/// other half: a half cannot be written as UTF-8.
public final class WholeCharacters {
  private static final char REPLACEMENT = '\uFFFD';

  private char waiting;

  /// The text with every half replaced.
  public static String only(String text) {
    var whole = new WholeCharacters();
    return whole.next(text) + whole.rest();
  }

  /// As much of the text so far as is whole; a half at its end waits for the next text.
  String next(String more) {
    if (waiting == 0 && isWhole(more)) {
      return more;
    }
    var text = waiting == 0 ? more : waiting + more;
    waiting = 0;
    var whole = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        whole.append(c);
      } else if (Character.isLowSurrogate(c)) {
        whole.append(REPLACEMENT);
      } else if (i + 1 == text.length()) {
        waiting = c;
      } else if (Character.isLowSurrogate(text.charAt(i + 1))) {
        whole.append(c).append(text.charAt(++i));
      } else {
        whole.append(REPLACEMENT);
      }
    }
    return whole.toString();
  }

  /// What stands for a half that waited in vain; empty when none did.
  String rest() {
    var rest = waiting == 0 ? "" : String.valueOf(REPLACEMENT);
    waiting = 0;
    return rest;
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
