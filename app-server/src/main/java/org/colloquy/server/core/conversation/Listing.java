package org.colloquy.server.core.conversation;

import java.time.Instant;
import org.colloquy.model.FolderId;
import org.jspecify.annotations.Nullable;

/// Which conversations are wanted in a list, last touched first.
///
/// @param pinned null when it does not matter
/// @param archived null when it does not matter
/// @param tag null when it does not matter
public record Listing(
    @Nullable Boolean pinned,
    @Nullable Boolean archived,
    Filed filed,
    @Nullable String tag,
    Page page) {
  /// Where they are.
  public sealed interface Filed {
    /// In any folder or none.
    record Anywhere() implements Filed {}

    /// In no folder.
    record Nowhere() implements Filed {}

    /// In this one.
    record In(FolderId folder) implements Filed {}
  }

  /// A part of a list.
  ///
  /// @param before only those last touched before
  /// @param beforeNumber of those touched at this very time, those with a smaller number
  /// @param most how many at the most
  public record Page(Instant before, long beforeNumber, int most) {}
}
