package org.colloquy.desktop.client;

import java.util.List;

/// A page of a file.
///
/// @param number from 1
/// @param label what is printed on it, such as `iv`
/// @param width in points; 0 where a page has no size
/// @param lines where its lines stand; empty where that is not known
public record PageEntry(
    int number, String label, String text, double width, double height, List<Line> lines) {
  public PageEntry {
    lines = List.copyOf(lines);
  }

  /// A line of a page, in points from the page's upper left corner.
  ///
  /// @param start of its first character in the page's text, in UTF-16 units
  /// @param end after its last character
  public record Line(int start, int end, double x, double y, double width, double height) {}
}
