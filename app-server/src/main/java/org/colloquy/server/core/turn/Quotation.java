package org.colloquy.server.core.turn;

import java.util.regex.Pattern;

/// Marks each line of a text as quoted. Whatever the text says, it cannot begin a line without the
/// mark: all that readers may take for the end of a line is one.
final class Quotation {
  /// Line breaks of all kinds, and the separators that some take for one.
  private static final Pattern LINE_BREAK = Pattern.compile("\\R|[\\x1C-\\x1E]");

  private Quotation() {}

  /// The lines of the text, each after a line break and the mark.
  static String of(String quoted) {
    var text = new StringBuilder(quoted.length() + 16);
    LINE_BREAK.splitAsStream(quoted).forEach(line -> text.append("\n> ").append(line));
    return text.toString();
  }
}
