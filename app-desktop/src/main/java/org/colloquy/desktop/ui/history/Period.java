package org.colloquy.desktop.ui.history;

import java.time.LocalDate;

/// How long ago something was said, as the sidebar groups it.
public enum Period {
  TODAY,
  YESTERDAY,
  WEEK,
  OLDER;

  static Period of(LocalDate day, LocalDate today) {
    if (!day.isBefore(today)) {
      return TODAY;
    }
    if (!day.isBefore(today.minusDays(1))) {
      return YESTERDAY;
    }
    return day.isBefore(today.minusDays(7)) ? OLDER : WEEK;
  }
}
