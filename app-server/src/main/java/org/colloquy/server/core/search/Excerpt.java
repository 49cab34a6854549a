package org.colloquy.server.core.search;

import java.util.List;

/// A part of a text, on one line.
///
/// @param text begins and ends with `…` where the whole text goes on
/// @param marks where words stand that were looked for, in order and apart from each other
public record Excerpt(String text, List<Mark> marks) {
  public Excerpt {
    marks = List.copyOf(marks);
  }

  /// A stretch of the text, in UTF-16 units.
  ///
  /// @param end after its last one
  public record Mark(int start, int end) {}
}
