package org.colloquy.desktop.ui.parts.data;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotSpec;

/// Writes a plot as an SVG drawing.
final class PlotSvg {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 440;
  private static final double LEFT = 80;
  private static final double TOP = 44;
  private static final double RIGHT = 24;
  private static final double BOTTOM = 64;
  private static final int MOST_LABELS = 12;
  private static final int LONGEST_LABEL = 14;
  private static final List<String> COLOURS =
      List.of(
          "#2f6fb5", "#d9730d", "#2e8b57", "#b03a5b", "#6b4fa0", "#8a6d3b", "#1f8a8a", "#7a7a7a");

  private final PlotSpec spec;
  private final PlotData data;
  private final StringBuilder out = new StringBuilder();
  private final Formatter lines = new Formatter(out, Locale.ROOT);
  private final double lowX;
  private final double highX;
  private final double lowY;
  private final double highY;

  private PlotSvg(PlotSpec spec, PlotData data) {
    this.spec = spec;
    this.data = data;
    boolean bars = isBars();
    double fromX = points().mapToDouble(this::x).min().orElse(0);
    double toX = points().mapToDouble(this::x).max().orElse(1);
    double fromY = points().mapToDouble(this::y).min().orElse(0);
    double toY = points().mapToDouble(this::y).max().orElse(1);
    boolean places = data.x() == PlotData.Axis.CATEGORY;
    lowX = places ? -0.5 : fromX;
    highX = places ? toX + 0.5 : toX > fromX ? toX : fromX + 1;
    lowY = bars && !spec.yLog() ? Math.min(0, fromY) : fromY;
    highY = toY > lowY ? toY : lowY + 1;
  }

  static String of(Plot plot, PlotData data) {
    return new PlotSvg(plot.spec(), data).write();
  }

  private boolean isBars() {
    return switch (spec.kind()) {
      case BAR, HISTOGRAM -> true;
      case LINE, SCATTER -> false;
    };
  }

  private Stream<PlotData.Point> points() {
    return data.series().stream().flatMap(series -> series.points().stream());
  }

  private double x(PlotData.Point point) {
    return spec.xLog() && data.x() == PlotData.Axis.NUMBER ? Math.log10(point.x()) : point.x();
  }

  private double y(PlotData.Point point) {
    return spec.yLog() ? Math.log10(point.y()) : point.y();
  }

  private double right(double value) {
    return LEFT + (value - lowX) / (highX - lowX) * (WIDTH - LEFT - RIGHT);
  }

  private double up(double value) {
    return HEIGHT - BOTTOM - (value - lowY) / (highY - lowY) * (HEIGHT - TOP - BOTTOM);
  }

  private String write() {
    lines.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\""
            + " height=\"%.0f\" font-family=\"sans-serif\" font-size=\"12\">%n",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    lines.format("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n");
    text(WIDTH / 2, 24, "middle\" font-size=\"15", spec.title());
    drawUp();
    drawRight();
    for (int i = 0; i < data.series().size(); i++) {
      draw(data.series().get(i), i);
    }
    drawLegend();
    return out.append("</svg>\n").toString();
  }

  private void drawUp() {
    double step = Ticks.step((highY - lowY) / 6);
    for (double tick : Ticks.of(lowY, highY)) {
      lines.format(
          "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n",
          LEFT, up(tick), WIDTH - RIGHT, up(tick));
      text(LEFT - 8, up(tick) + 4, "end", spec.yLog() ? Ticks.power(tick) : Ticks.text(tick, step));
    }
    var label = spec.yLabel().isEmpty() ? spec.y() : spec.yLabel();
    lines.format("<g transform=\"rotate(-90 18 %.1f)\">", HEIGHT / 2);
    text(18, HEIGHT / 2, "middle", label);
    lines.format("</g>%n");
  }

  private void drawRight() {
    lines.format(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#555555\"/>%n",
        LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
    if (data.x() == PlotData.Axis.CATEGORY) {
      drawNames();
    } else {
      double step = Ticks.step((highX - lowX) / 6);
      boolean moments = data.x() != PlotData.Axis.NUMBER;
      for (double tick : moments ? Ticks.moments(lowX, highX) : Ticks.of(lowX, highX)) {
        text(right(tick), HEIGHT - BOTTOM + 18, "middle", tick(tick, step));
      }
    }
    text(WIDTH / 2, HEIGHT - 16, "middle", spec.xLabel().isEmpty() ? spec.x() : spec.xLabel());
  }

  private String tick(double at, double step) {
    if (data.x() != PlotData.Axis.NUMBER) {
      return Ticks.moment(at, highX - lowX);
    }
    return spec.xLog() ? Ticks.power(at) : Ticks.text(at, step);
  }

  private void drawNames() {
    int count = (int) Math.round(highX - lowX);
    int every = Math.max(1, (count + MOST_LABELS - 1) / MOST_LABELS);
    var drawn = new boolean[count + 1];
    points()
        .filter(point -> (int) point.x() % every == 0 && !drawn[(int) point.x()])
        .forEach(point -> {
          drawn[(int) point.x()] = true;
          text(right(point.x()), HEIGHT - BOTTOM + 18, "middle", shortened(point.label()));
        });
  }

  private static String shortened(String label) {
    return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label;
  }

  private void draw(PlotData.Series series, int number) {
    var colour = COLOURS.get(number % COLOURS.size());
    switch (spec.kind()) {
      case LINE -> drawLine(series, colour);
      case SCATTER -> drawDots(series, colour);
      case BAR, HISTOGRAM -> drawBars(series, number, colour);
    }
  }

  private void drawLine(PlotData.Series series, String colour) {
    out.append("<polyline fill=\"none\" stroke-width=\"1.8\" stroke=\"").append(colour);
    out.append("\" points=\"");
    for (var point : series.points()) {
      lines.format("%.1f,%.1f ", right(x(point)), up(y(point)));
    }
    out.append("\"/>\n");
  }

  private void drawDots(PlotData.Series series, String colour) {
    for (var point : series.points()) {
      lines.format(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\" fill-opacity=\"0.75\"/>%n",
          right(x(point)), up(y(point)), colour);
    }
  }

  private void drawBars(PlotData.Series series, int number, String colour) {
    int beside = data.series().size();
    double room = spec.kind() == PlotSpec.Kind.HISTOGRAM ? 0.98 : 0.8;
    double ground = spec.yLog() ? lowY : Math.max(lowY, Math.min(0, highY));
    for (var point : series.points()) {
      double from = point.x() - room / 2 + number * room / beside;
      double one = up(y(point));
      double other = up(ground);
      lines.format(
          "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
          right(from),
          Math.min(one, other),
          right(from + room / beside) - right(from),
          Math.abs(other - one),
          colour);
    }
  }

  private void drawLegend() {
    if (data.series().size() < 2) {
      return;
    }
    double y = TOP + 4;
    for (int i = 0; i < data.series().size(); i++) {
      var colour = COLOURS.get(i % COLOURS.size());
      lines.format(
          "<rect x=\"%.1f\" y=\"%.1f\" width=\"10\" height=\"10\" fill=\"%s\"/>%n",
          WIDTH - RIGHT - 130, y, colour);
      text(WIDTH - RIGHT - 114, y + 9, "start", shortened(data.series().get(i).name()));
      y += 16;
    }
  }

  private void text(double x, double y, String anchor, String words) {
    lines.format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"", x, y);
    out.append(anchor).append("\">").append(escaped(words)).append("</text>\n");
  }

  private static String escaped(String words) {
    var safe = new StringBuilder();
    words
        .codePoints()
        .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF)
        .forEach(c -> {
          switch (c) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }
}
