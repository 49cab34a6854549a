package org.colloquy.desktop.ui.parts.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round numbers along an axis, and how they are written.
final class Ticks {
  private static final int WANTED = 6;
  private static final double DAY = 86_400;

  private Ticks() {}

  /// About six round numbers from the lowest to the highest.
  static List<Double> of(double low, double high) {
    double step = step((high - low) / WANTED);
    var ticks = new ArrayList<Double>();
    for (double at = Math.ceil(low / step) * step; at <= high + step / 1e6; at += step) {
      ticks.add(Math.abs(at) < step / 1e6 ? 0 : at);
    }
    return ticks;
  }

  /// As many moments, evenly apart.
  static List<Double> moments(double low, double high) {
    var ticks = new ArrayList<Double>();
    for (int i = 0; i < WANTED; i++) {
      ticks.add(low + i * (high - low) / (WANTED - 1));
    }
    return ticks;
  }

  /// One, two or five times a power of ten.
  static double step(double rough) {
    if (!(rough > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / power;
    return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
  }

  /// A number with no more digits than its distance to the next one needs.
  static String text(double value, double step) {
    double size = Math.max(Math.abs(value), Math.abs(step));
    if (size >= 1e7 || (size > 0 && size < 1e-4)) {
      return new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toString();
    }
    int decimals = step > 0 ? Math.clamp((int) Math.ceil(-Math.log10(step) - 1e-9), 0, 6) : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /// A power of ten.
  static String power(double logarithm) {
    double value = Math.pow(10, logarithm);
    return text(value, value);
  }

  /// A moment, as exactly as its axis needs.
  static String moment(double seconds, double range) {
    var pattern = range > 5 * 365 * DAY ? "yyyy" : range > 3 * DAY ? "yyyy-MM-dd" : "MM-dd HH:mm";
    var form = range <= DAY ? "HH:mm:ss" : pattern;
    return DateTimeFormatter.ofPattern(form, Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(Instant.ofEpochSecond((long) seconds));
  }
}
