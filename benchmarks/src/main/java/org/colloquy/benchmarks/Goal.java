package org.colloquy.benchmarks;

import java.util.Locale;

/// A figure that the product is meant to reach, and the one that was measured.
record Goal(String what, double measured, Sense sense, double limit, String unit) {
  /// Which side of the limit is good.
  enum Sense {
    AT_MOST("<="),
    AT_LEAST(">=");

    private final String sign;

    Sense(String sign) {
      this.sign = sign;
    }
  }

  static Goal atMost(String what, double measured, double limit, String unit) {
    return new Goal(what, measured, Sense.AT_MOST, limit, unit);
  }

  static Goal atLeast(String what, double measured, double limit, String unit) {
    return new Goal(what, measured, Sense.AT_LEAST, limit, unit);
  }

  boolean isReached() {
    return switch (sense) {
      case AT_MOST -> measured <= limit;
      case AT_LEAST -> measured >= limit;
    };
  }

  /// One line.
  String line() {
    return String.format(
        Locale.ROOT,
        "%-11s  %s: %,.2f %s, wanted %s %,.2f",
        isReached() ? "reached" : "NOT REACHED",
        what,
        measured,
        unit,
        sense.sign,
        limit);
  }
}
