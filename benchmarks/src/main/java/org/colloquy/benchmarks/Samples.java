package org.colloquy.benchmarks;

import java.util.Arrays;

/// Measured values of one kind: many are added, then percentiles are asked for.
final class Samples {
  private long[] values = new long[1024];
  private int count;
  private boolean sorted = true;

  void add(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
    sorted = false;
  }

  void addAll(Samples others) {
    for (int at = 0; at < others.count; at++) {
      add(others.values[at]);
    }
  }

  int count() {
    return count;
  }

  /// The smallest value that at least this part of all values does not exceed; 0 when there are
  /// none.
  ///
  /// @param part between 0 and 1: 0.5 is the median
  long percentile(double part) {
    if (count == 0) {
      return 0;
    }
    if (!sorted) {
      Arrays.sort(values, 0, count);
      sorted = true;
    }
    int rank = (int) Math.ceil(part * count);
    return values[Math.clamp(rank - 1, 0, count - 1)];
  }

  /// A percentile of nanoseconds in milliseconds.
  double millis(double part) {
    return percentile(part) / 1e6;
  }

  /// The middle of a few figures, the mean of the two middle ones where their number is even.
  static double median(double... figures) {
    double[] ordered = figures.clone();
    Arrays.sort(ordered);
    int middle = ordered.length / 2;
    return ordered.length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
  }
}
