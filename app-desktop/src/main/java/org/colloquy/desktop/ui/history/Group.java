package org.colloquy.desktop.ui.history;

import java.time.LocalDate;

/// What the sidebar puts together under one heading.
public enum Group {
  PINNED,
  SHARED,
  FOLDERS,
  TODAY,
  YESTERDAY,
  WEEK,
  OLDER;

  /// By how long ago something was said.
  static Group of(LocalDate day, LocalDate today) {
    if (!day.isBefore(today)) {
      return TODAY;
    }
    if (!day.isBefore(today.minusDays(1))) {
      return YESTERDAY;
    }
    return day.isBefore(today.minusDays(7)) ? OLDER : WEEK;
  }
}
