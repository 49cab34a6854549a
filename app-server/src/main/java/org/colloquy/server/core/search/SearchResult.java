package org.colloquy.server.core.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found.
///
/// @param building whether the index is still being built, so that something may be missing
/// @param groups only those in which something was found
public record SearchResult(boolean building, List<Group> groups) {
  public SearchResult {
    groups = List.copyOf(groups);
  }

  /// Findings of one kind, newest first.
  ///
  /// @param next where it goes on; null when this is all
  public record Group(Kind kind, List<Hit> hits, @Nullable Place next) {
    public Group {
      hits = List.copyOf(hits);
    }
  }

  /// A finding.
  ///
  /// @param title of the conversation that it belongs to; empty if there is none
  /// @param page of a file on which the words stand; null when they do not stand on a page
  /// @param excerpt of the page, if there is one, else of the entry
  public record Hit(Entry entry, String title, @Nullable FilePage page, Excerpt excerpt) {}
}
