package org.colloquy.server.core.document;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.server.core.document.DocumentText.Line;
import org.colloquy.server.core.document.DocumentText.Page;

/// Pages as the store can keep them. A page beyond all measure, such as a text file of many
/// megabytes, becomes several.
final class StorablePages {
  private static final int LONGEST = 200_000;
  private static final char REPLACEMENT = '\uFFFD';

  private StorablePages() {}

  static List<Page> of(List<Page> pages) {
    var storable = new ArrayList<Page>();
    boolean whole = pages.stream().allMatch(page -> page.text().length() <= LONGEST);
    for (var page : pages) {
      if (whole) {
        storable.add(part(page, page.number(), page.label(), 0, page.text().length()));
      } else {
        divide(page, storable);
      }
    }
    return storable;
  }

  private static void divide(Page page, List<Page> parts) {
    int start = 0;
    do {
      int end = end(page.text(), start);
      int number = parts.size() + 1;
      parts.add(part(page, number, String.valueOf(number), start, end));
      start = end;
    } while (start < page.text().length());
  }

  /// After a line, if there is one of a usual length.
  private static int end(String text, int start) {
    if (text.length() - start <= LONGEST) {
      return text.length();
    }
    int most = start + LONGEST;
    int line = text.lastIndexOf('\n', most - 1) + 1;
    int end = line > start + LONGEST / 2 ? line : most;
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  private static Page part(Page page, int number, String label, int start, int end) {
    var lines =
        page.lines().stream()
            .filter(line -> line.start() >= start && line.end() <= end)
            .map(line ->
                new Line(
                    line.start() - start,
                    line.end() - start,
                    line.x(),
                    line.y(),
                    line.width(),
                    line.height()))
            .toList();
    var text = storable(page.text().substring(start, end));
    return new Page(number, label, text, page.width(), page.height(), lines);
  }

  /// As long as before: every character that a database refuses becomes another one.
  private static String storable(String text) {
    var storable = new StringBuilder(text);
    for (int i = 0; i < storable.length(); i++) {
      char character = storable.charAt(i);
      boolean pair = i + 1 < storable.length() && Character.isLowSurrogate(storable.charAt(i + 1));
      if (Character.isHighSurrogate(character) && pair) {
        i++;
      } else if (character == 0 || Character.isSurrogate(character)) {
        storable.setCharAt(i, REPLACEMENT);
      }
    }
    return storable.toString();
  }
}
