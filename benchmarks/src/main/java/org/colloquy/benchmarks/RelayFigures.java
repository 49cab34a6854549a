package org.colloquy.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// What one run against one target gave, or the medians of several.
record RelayFigures(
    double firstToken,
    double firstToken99,
    double delay,
    double delay99,
    double tokensPerSecond,
    double cpuPerThousand,
    double compilingPerThousand,
    double peakMebibytes,
    Map<String, Integer> failures) {
  RelayFigures {
    failures = Map.copyOf(failures);
  }

  /// Medians of figures, sums of failures.
  static RelayFigures medians(List<RelayFigures> runs) {
    Map<String, Integer> failures = new TreeMap<>();
    runs.forEach(
        run -> run.failures.forEach((how, many) -> failures.merge(how, many, Integer::sum)));
    return new RelayFigures(
        median(runs, RelayFigures::firstToken),
        median(runs, RelayFigures::firstToken99),
        median(runs, RelayFigures::delay),
        median(runs, RelayFigures::delay99),
        median(runs, RelayFigures::tokensPerSecond),
        median(runs, RelayFigures::cpuPerThousand),
        median(runs, RelayFigures::compilingPerThousand),
        median(runs, RelayFigures::peakMebibytes),
        failures);
  }

  private static double median(List<RelayFigures> runs, ToDoubleFunction<RelayFigures> figure) {
    return Samples.median(runs.stream().mapToDouble(figure).toArray());
  }
}
