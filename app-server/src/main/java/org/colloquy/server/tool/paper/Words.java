package org.colloquy.server.tool.paper;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Reads words out of XML. The reader knows no entities of a document's own and opens nothing.
final class Words {
  private Words() {}

  /// Of the first element that fits; empty when there is none.
  static String of(Element parent, String query) {
    var found = parent.selectFirst(query);
    return found == null ? "" : found.text();
  }

  static List<String> all(Element parent, String query) {
    return parent.select(query).eachText();
  }

  /// Without the tags in it.
  static String plain(String marked) {
    return Jsoup.parse(marked).text();
  }

  static String beginning(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }
}
