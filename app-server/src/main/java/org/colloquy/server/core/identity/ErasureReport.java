package org.colloquy.server.core.identity;

import java.time.Instant;
import java.util.List;

/// What an erasure took away, and where some of it may still be.
///
/// @param files uploaded ones that were kept here
public record ErasureReport(
    int conversations, int messages, int files, int memories, int keys, List<Copy> copies) {
  public ErasureReport {
    copies = List.copyOf(copies);
  }

  /// A copy of the database that was made before and was left as it is.
  public record Copy(String name, Instant madeAt) {}
}
