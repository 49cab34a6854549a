package org.colloquy.server.tool.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;

/// A page, as far as people read it.
///
/// @param title empty when it has none
/// @param paragraphs in the order of the page
record Page(URI address, String title, List<String> paragraphs) {
  private static final int MOST_CHARACTERS = 200_000;
  private static final int LONGEST_TITLE = 200;

  Page {
    title = PlainText.oneLine(title, LONGEST_TITLE);
    paragraphs = List.copyOf(paragraphs);
  }

  /// The same, under another title if it has none.
  Page orTitled(String other) {
    return title.isEmpty() ? new Page(address, other, paragraphs) : this;
  }

  /// A page that is nothing but text.
  static Page plain(URI address, String text) {
    var start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    return new Page(address, "", PlainText.paragraphs(start));
  }

  /// A page of HTML, in the encoding that the server names, else the one it names itself.
  static Page html(URI address, WebAnswer answer) throws IOException {
    var charset = answer.charset();
    var document =
        Jsoup.parse(answer.content(), charset == null ? null : charset.name(), address.toString());
    return new Page(address, document.title(), MainText.of(document, MOST_CHARACTERS));
  }
}
