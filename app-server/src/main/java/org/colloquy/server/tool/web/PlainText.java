package org.colloquy.server.tool.web;

import java.util.List;
import java.util.regex.Pattern;

/// Puts texts of strangers in order.
final class PlainText {
  private static final Pattern EMPTY_LINE = Pattern.compile("\\n\\s*\\n");

  /// What cannot be seen: controls, marks that turn the direction of writing, characters without
  /// width, and the tags in which commands can be hidden from people and not from models.
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF"
              + "\\x{E0000}-\\x{E007F}\\x{E0100}-\\x{E01EF}&&[^\\n\\t]]");

  private PlainText() {}

  /// Its paragraphs, with what cannot be seen left out.
  static List<String> paragraphs(String text) {
    return EMPTY_LINE
        .splitAsStream(visible(text))
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }

  /// The text with what cannot be seen left out, and with one kind of line break.
  static String visible(String text) {
    return UNSEEN.matcher(text.replaceAll("\\R", "\n")).replaceAll("");
  }

  /// All on one line, cut off where it gets too long.
  static String oneLine(String text, int longest) {
    return shortened(visible(text).replaceAll("\\s+", " ").strip(), longest);
  }

  /// Its beginning, cut between two words if there is a gap.
  static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, cut(text, longest)).strip() + "…";
  }

  /// Where to cut a text that gets too long: between two words, else between two characters.
  static int cut(String text, int longest) {
    if (text.length() <= longest) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', longest);
    if (space > longest / 2) {
      return space;
    }
    return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
  }
}
