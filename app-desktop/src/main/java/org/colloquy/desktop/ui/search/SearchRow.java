package org.colloquy.desktop.ui.search;

import org.colloquy.desktop.client.SearchHit;
import org.colloquy.desktop.client.SearchKind;

/// A line of the list of findings.
public sealed interface SearchRow {
  /// The name of a group.
  record Heading(SearchKind kind) implements SearchRow {}

  record Line(SearchHit hit) implements SearchRow {}

  /// The way to the rest of a group.
  record More(SearchKind kind, String next) implements SearchRow {}
}
