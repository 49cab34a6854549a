package org.colloquy.desktop.ui.parts.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.ColumnType;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotSpec;
import org.colloquy.model.TableRows;
import org.jspecify.annotations.Nullable;

/// What is drawn of a plot: points in series. Whoever draws need not know where they come from.
///
/// @param x what stands to the right
/// @param leftOut rows that cannot be placed, such as those without a value
record PlotData(Axis x, List<Series> series, int leftOut) {
  private static final int USUAL_BINS = 20;
  private static final int FEWEST_BINS = 5;

  /// What an axis counts.
  enum Axis {
    NUMBER,
    /// Seconds.
    TIME,
    /// Seconds, of whole days.
    DAY,
    /// Texts, one after the other.
    CATEGORY
  }

  /// @param x a number; of a text its place, from 0
  /// @param label the text, or the value as it was told
  record Point(double x, double y, String label) {}

  record Series(String name, List<Point> points) {
    Series {
      points = List.copyOf(points);
    }
  }

  PlotData {
    series = List.copyOf(series);
  }

  static PlotData of(Plot plot) {
    return plot.spec().kind() == PlotSpec.Kind.HISTOGRAM ? histogram(plot) : points(plot);
  }

  private static PlotData points(Plot plot) {
    var spec = plot.spec();
    var data = plot.data();
    int x = index(data, spec.x());
    int y = index(data, spec.y());
    int by = index(data, spec.series());
    if (x < 0 || y < 0) {
      return new PlotData(Axis.CATEGORY, List.of(), data.rows().size());
    }
    var axis = axis(spec, data.columns().get(x).type());
    var places = new LinkedHashMap<String, Integer>();
    var series = new LinkedHashMap<String, List<Point>>();
    int leftOut = 0;
    for (var row : data.rows()) {
      var label = row.get(x);
      double up = number(row.get(y));
      double right = label == null ? Double.NaN : place(axis, label, places);
      if (isPlaced(right, spec.xLog()) && isPlaced(up, spec.yLog())) {
        var name = by < 0 ? spec.y() : String.valueOf(row.get(by));
        series
            .computeIfAbsent(name, _ -> new ArrayList<>())
            .add(new Point(right, up, String.valueOf(label)));
      } else {
        leftOut++;
      }
    }
    return new PlotData(axis, list(series), leftOut);
  }

  private static List<Series> list(Map<String, List<Point>> series) {
    return series.entrySet().stream().map(one -> new Series(one.getKey(), one.getValue())).toList();
  }

  private static boolean isPlaced(double value, boolean log) {
    return Double.isFinite(value) && (!log || value > 0);
  }

  private static Axis axis(PlotSpec spec, ColumnType type) {
    if (spec.kind() == PlotSpec.Kind.BAR) {
      return Axis.CATEGORY;
    }
    return switch (type) {
      case INTEGER, DECIMAL, DOUBLE -> Axis.NUMBER;
      case DATE -> Axis.DAY;
      case TIMESTAMP, TIME -> Axis.TIME;
      case BOOLEAN, TEXT -> Axis.CATEGORY;
    };
  }

  private static double place(Axis axis, String value, Map<String, Integer> places) {
    return switch (axis) {
      case NUMBER -> number(value);
      case DAY, TIME -> seconds(value);
      case CATEGORY -> places.computeIfAbsent(value, _ -> places.size());
    };
  }

  private static double seconds(String value) {
    try {
      if (value.length() <= 10 && value.indexOf('-') > 0) {
        return LocalDate.parse(value).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
      }
      return value.indexOf('-') > 0
          ? LocalDateTime.parse(value.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC)
          : LocalTime.parse(value).toSecondOfDay();
    } catch (DateTimeException _) {
      return Double.NaN;
    }
  }

  private static double number(@Nullable String value) {
    try {
      return value == null ? Double.NaN : Double.parseDouble(value);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  private static int index(TableRows data, String name) {
    for (int i = 0; i < data.columns().size(); i++) {
      if (data.columns().get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /// Counts values in bars of the same width.
  private static PlotData histogram(Plot plot) {
    int at = index(plot.data(), plot.spec().x());
    var values =
        at < 0
            ? new double[0]
            : plot.data().rows().stream()
                .mapToDouble(row -> number(row.get(at)))
                .filter(value -> isPlaced(value, plot.spec().xLog()))
                .map(value -> plot.spec().xLog() ? Math.log10(value) : value)
                .sorted()
                .toArray();
    int leftOut = plot.data().rows().size() - values.length;
    if (values.length == 0) {
      return new PlotData(Axis.CATEGORY, List.of(), leftOut);
    }
    double low = values[0];
    double high = values[values.length - 1];
    int bins = low == high ? 1 : bins(plot.spec(), values.length);
    var counts = new long[bins];
    double width = (high - low) / bins;
    for (var value : values) {
      counts[width == 0 ? 0 : Math.min(bins - 1, (int) ((value - low) / width))]++;
    }
    var points = new ArrayList<Point>();
    for (int i = 0; i < bins; i++) {
      double from = low + i * width;
      var label = Ticks.text(plot.spec().xLog() ? Math.pow(10, from) : from, width / 10);
      points.add(new Point(i, counts[i], distinct(label, points)));
    }
    return new PlotData(Axis.CATEGORY, List.of(new Series(plot.spec().x(), points)), leftOut);
  }

  private static String distinct(String label, List<Point> before) {
    var chosen = label;
    while (contains(before, chosen)) {
      chosen += "\u200b";
    }
    return chosen;
  }

  private static boolean contains(List<Point> points, String label) {
    return points.stream().anyMatch(point -> point.label().equals(label));
  }

  private static int bins(PlotSpec spec, int count) {
    return spec.bins() > 0
        ? spec.bins()
        : Math.clamp((int) Math.ceil(Math.sqrt(count)), FEWEST_BINS, USUAL_BINS);
  }

  /// How many points there are in all.
  int size() {
    return series.stream().mapToInt(one -> one.points().size()).sum();
  }
}
