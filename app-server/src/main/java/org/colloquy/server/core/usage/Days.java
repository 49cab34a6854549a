package org.colloquy.server.core.usage;

import java.time.LocalDate;

/// A stretch of time, in UTC.
///
/// @param first its first day
/// @param last its last day
public record Days(LocalDate first, LocalDate last) {
  /// All there are.
  public static final Days ALL = new Days(LocalDate.of(1970, 1, 1), LocalDate.of(9999, 12, 31));
}
