package org.colloquy.server.tool.web;

import java.util.ArrayList;
import java.util.List;

/// A piece of a page that can be quoted for itself.
record Passage(Page page, String text) {
  private static final int SHORT = 400;
  private static final int LONG = 700;
  private static final int LONGEST = 1_000;

  /// The pieces of a page: short paragraphs together with what follows them, long ones in parts.
  static List<Passage> of(Page page) {
    var passages = new ArrayList<Passage>();
    var text = new StringBuilder();
    for (var paragraph : page.paragraphs()) {
      for (var part : parts(paragraph)) {
        if (!text.isEmpty() && text.length() + part.length() > LONG) {
          passages.add(cut(page, text));
        }
        text.append(text.isEmpty() ? "" : "\n").append(part);
        if (text.length() >= SHORT) {
          passages.add(cut(page, text));
        }
      }
    }
    if (!text.isEmpty()) {
      passages.add(cut(page, text));
    }
    return passages;
  }

  private static Passage cut(Page page, StringBuilder text) {
    var passage = new Passage(page, text.toString());
    text.setLength(0);
    return passage;
  }

  private static List<String> parts(String paragraph) {
    var parts = new ArrayList<String>();
    var rest = paragraph;
    while (rest.length() > LONGEST) {
      int end = end(rest);
      parts.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    parts.add(rest);
    return parts;
  }

  /// After a sentence if one ends in time.
  private static int end(String text) {
    int sentence = text.lastIndexOf(". ", LONGEST - 2);
    if (sentence >= SHORT) {
      return sentence + 1;
    }
    return PlainText.cut(text, LONGEST);
  }
}
