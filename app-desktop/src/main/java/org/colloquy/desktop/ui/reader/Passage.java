package org.colloquy.desktop.ui.reader;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.desktop.client.PageEntry;

/// The part of a page that is cited.
///
/// @param start of its first character in the page's text, in UTF-16 units
/// @param end after its last character; the same where nothing of the page is cited
public record Passage(int start, int end) {
  static final Passage NONE = new Passage(0, 0);

  /// A part of a page, in points from its upper left corner.
  public record Box(double x, double y, double width, double height) {}

  public boolean isEmpty() {
    return end <= start;
  }

  /// Where it stands. Of a line that it begins or ends in, about the part that belongs to it.
  public List<Box> boxes(PageEntry page) {
    var boxes = new ArrayList<Box>();
    for (var line : page.lines()) {
      var from = Math.max(start, line.start());
      var to = Math.min(end, line.end());
      if (from < to) {
        var letter = line.width() / (line.end() - line.start());
        boxes.add(
            new Box(
                line.x() + (from - line.start()) * letter,
                line.y(),
                (to - from) * letter,
                line.height()));
      }
    }
    return boxes;
  }

  /// The passage within a text that may be shorter than it should be.
  Passage within(int length) {
    var from = Math.clamp(start, 0, length);
    return new Passage(from, Math.clamp(end, from, length));
  }
}
