package org.colloquy.server.extract.worker;

/// Characters that text is made of.
final class Characters {
  private Characters() {}

  /// The same text, with a blank where something is that no text has: control characters, halves of
  /// characters. Its length stays.
  static String clean(String text) {
    int first = firstStray(text);
    if (first < 0) {
      return text;
    }
    var clean = new StringBuilder(text);
    for (int i = first; i < clean.length(); i++) {
      if (isStray(text, i)) {
        clean.setCharAt(i, ' ');
      }
    }
    return clean.toString();
  }

  private static int firstStray(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isStray(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isStray(String text, int at) {
    char character = text.charAt(at);
    if (Character.isHighSurrogate(character)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(character)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return Character.isISOControl(character) && character != '\n' && character != '\t';
  }
}
