package org.colloquy.server.llm.local;

import java.util.List;
import java.util.regex.Pattern;
import org.colloquy.model.Message;

/// A piece of a message that is short enough to be quoted.
record Passage(Message source, String text) {
  private static final int MOST_LOOKED_AT = 40_000;
  private static final int LONGEST = 600;
  private static final Pattern BREAK = Pattern.compile("\\R\\s*\\R");

  /// The paragraphs of a message.
  static List<Passage> of(Message message) {
    var content = message.content();
    var text = content.substring(0, Math.min(content.length(), MOST_LOOKED_AT));
    return BREAK
        .splitAsStream(text)
        .filter(paragraph -> !paragraph.isBlank())
        .map(paragraph -> new Passage(message, paragraph.strip()))
        .toList();
  }

  /// As much of it as is quoted.
  String quotable() {
    if (text.length() <= LONGEST) {
      return text;
    }
    var space = text.lastIndexOf(' ', LONGEST);
    var end = space > LONGEST / 2 ? space : LONGEST;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + " …";
  }
}
