package org.colloquy.server.core.document;

import java.util.List;
import java.util.Map;

/// What stands in a file.
///
/// @param mediaType what the file is by its content, such as `application/pdf`
/// @param pages in their order; a file without pages is one, a slide or a sheet is one each
/// @param facts what the file says of itself: `title`, `author`, `doi` and the like
/// @param hint a sentence for the person, such as that a page was only a picture; empty if none
public record DocumentText(
    String mediaType, List<Page> pages, Map<String, String> facts, String hint) {
  public DocumentText {
    pages = List.copyOf(pages);
    facts = Map.copyOf(facts);
  }

  /// One page.
  ///
  /// @param number from 1
  /// @param label what is printed on it, such as `iv`; its number where there is none
  /// @param text as it is read: columns one after the other, paragraphs apart by an empty line
  /// @param width in points; 0 where a page has no size
  /// @param height in points; 0 where a page has no size
  /// @param lines where its lines stand on the page; empty where that is not known
  public record Page(
      int number, String label, String text, float width, float height, List<Line> lines) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /// A line of a page.
  ///
  /// @param start of its first character in the page's text, in UTF-16 units
  /// @param end after its last character
  /// @param x of its left edge, in points from the page's left edge
  /// @param y of its upper edge, in points from the page's upper edge
  public record Line(int start, int end, float x, float y, float width, float height) {}
}
