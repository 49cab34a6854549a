package org.colloquy.desktop.ui.search;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How old something may be.
public enum Since {
  ANY_TIME(0),
  TODAY(1),
  WEEK(7),
  MONTH(30),
  YEAR(365);

  private final int days;

  Since(int days) {
    this.days = days;
  }

  /// Where it begins: today is the last of its days. Null for any time.
  @Nullable Instant from(Clock clock) {
    return days == 0
        ? null
        : LocalDate.now(clock).minusDays(days - 1L).atStartOfDay(clock.getZone()).toInstant();
  }
}
