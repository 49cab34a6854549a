package org.colloquy.desktop.ui.parts.usage;

import java.time.LocalDate;

/// The days that usage is summed up over, in UTC as the server counts them.
///
/// @param last the last of them
public record UsageDays(LocalDate first, LocalDate last) {
  /// The last so many days.
  public static UsageDays last(int days, LocalDate today) {
    return new UsageDays(today.minusDays(days - 1L), today);
  }

  /// Begins there; ends there too when it ended before.
  public UsageDays from(LocalDate day) {
    return new UsageDays(day, last.isBefore(day) ? day : last);
  }

  /// Ends there; begins there too when it began later.
  public UsageDays until(LocalDate day) {
    return new UsageDays(first.isAfter(day) ? day : first, day);
  }
}
