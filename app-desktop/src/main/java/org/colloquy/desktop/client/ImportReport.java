package org.colloquy.desktop.client;

import java.util.List;

/// What became of the conversations of a file, or would become of them.
///
/// @param added how many were taken over
/// @param fresh how many could be taken over
/// @param known how many were here already
/// @param refused how many cannot be taken over
/// @param items each of them, in the order of the file
public record ImportReport(int added, int fresh, int known, int refused, List<Item> items) {
  public ImportReport {
    items = List.copyOf(items);
  }

  /// One of them.
  ///
  /// @param origin the program it comes from
  /// @param outcome `new`, `added`, `known` or `refused`
  /// @param why one sentence; empty unless it was refused
  public record Item(String origin, String title, int messages, String outcome, String why) {}
}
