package org.colloquy.desktop.ui.chat;

import java.util.regex.Pattern;

/// The sentences of an answer that grows, each once, as they are read aloud: without the signs of
/// Markdown and without code.
final class SpokenSentences {
  private static final Pattern END =
      Pattern.compile("[.!?…]+[\\p{Pe}\\p{Pf}\"'*_]*(?=\\s)|[。！？]|\\n");
  private static final String SIGNS = "*_`#>|~";
  private static final String FENCE = "```";

  private int told;
  private boolean inCode;

  /// What became whole since the last time; empty for nothing.
  ///
  /// @param text the whole answer so far
  String more(String text) {
    told = Math.min(told, text.length());
    var said = new StringBuilder();
    var end = END.matcher(text);
    while (end.find(told)) {
      tell(text.substring(told, end.end()), said);
      told = end.end();
    }
    return said.toString().strip();
  }

  /// What was not told yet, now that nothing more comes.
  String rest(String text) {
    return (more(text) + " " + more(text + "\n")).strip();
  }

  private void tell(String piece, StringBuilder said) {
    if (piece.strip().startsWith(FENCE)) {
      inCode = !inCode;
    } else if (!inCode && !piece.isBlank()) {
      said.append(words(piece.strip())).append(' ');
    }
  }

  private static String words(String piece) {
    var words = new StringBuilder();
    piece
        .chars()
        .skip(piece.startsWith("- ") || piece.startsWith("+ ") ? 2 : 0)
        .filter(sign -> SIGNS.indexOf(sign) < 0)
        .forEach(words::appendCodePoint);
    return words.toString().strip();
  }
}
