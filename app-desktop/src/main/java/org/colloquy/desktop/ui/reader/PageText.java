package org.colloquy.desktop.ui.reader;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import org.colloquy.desktop.client.PageEntry;

/// The text of a page with what is cited marked in it. Of a very long one the part around that.
final class PageText {
  /// More is not laid out at once, in UTF-16 units.
  static final int MOST = 30_000;

  private PageText() {}

  static List<Text> of(PageEntry page, Passage passage) {
    var text = page.text();
    var from = Math.max(0, Math.min(passage.start() - MOST / 2, text.length() - MOST));
    var to = Math.min(text.length(), from + MOST);
    var parts = new ArrayList<Text>();
    var markFrom = Math.clamp(passage.start(), from, to);
    var markTo = Math.clamp(passage.end(), markFrom, to);
    add(parts, (from > 0 ? "… " : "") + text.substring(from, markFrom), "page-words");
    add(parts, text.substring(markFrom, markTo), "page-cited");
    add(parts, text.substring(markTo, to) + (to < text.length() ? " …" : ""), "page-words");
    return parts;
  }

  private static void add(List<Text> parts, String words, String style) {
    if (!words.isEmpty()) {
      var text = new Text(words);
      text.getStyleClass().add(style);
      parts.add(text);
    }
  }
}
