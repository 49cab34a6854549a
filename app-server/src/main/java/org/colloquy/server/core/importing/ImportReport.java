package org.colloquy.server.core.importing;

import java.util.List;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// What became of each conversation of a file, in the order of the file.
public record ImportReport(List<Item> items) {
  public ImportReport {
    items = List.copyOf(items);
  }

  /// What became of one.
  ///
  /// @param origin the program it comes from
  /// @param title as it is called, or where it stands in the file
  /// @param messages how many; 0 for one that cannot be read
  /// @param why one sentence; empty unless it was refused
  /// @param conversation what it is here; null for one that is not here
  public record Item(
      String origin,
      String title,
      int messages,
      Outcome outcome,
      String why,
      @Nullable ConversationId conversation) {}

  /// What a conversation of a file is.
  public enum Outcome {
    /// It could be taken over; for a preview.
    NEW,
    /// It was taken over.
    ADDED,
    /// It is here already.
    KNOWN,
    /// It cannot be taken over.
    REFUSED
  }

  /// How many came to this.
  public long count(Outcome outcome) {
    return items.stream().filter(item -> item.outcome() == outcome).count();
  }
}
