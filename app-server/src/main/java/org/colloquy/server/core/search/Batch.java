package org.colloquy.server.core.search;

import java.util.List;

/// The next few messages.
///
/// @param upTo the number of the last one that was looked at; all up to it that can be found are
///   here
/// @param more whether there are others behind them
public record Batch(List<Entry> entries, long upTo, boolean more) {
  public Batch {
    entries = List.copyOf(entries);
  }
}
