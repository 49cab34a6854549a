package org.colloquy.desktop.client;

import java.util.List;

/// What was found.
///
/// @param building whether the index is still being built, so that something may be missing
public record SearchAnswer(boolean building, List<Group> groups) {
  public SearchAnswer {
    groups = List.copyOf(groups);
  }

  /// Findings of one kind, newest first.
  ///
  /// @param next where it goes on; empty when this is all
  public record Group(SearchKind kind, List<SearchHit> hits, String next) {
    public Group {
      hits = List.copyOf(hits);
    }
  }
}
