package org.colloquy.desktop.ui.parts.data;

import javafx.scene.chart.Axis;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.ScatterChart;
import javafx.scene.chart.XYChart;
import org.colloquy.desktop.ui.parts.Named;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotSpec;

/// Draws a plot as a chart of JavaFX.
final class PlotDrawing {
  /// Room beside the first and the last point for their signs, as a part of what lies between them.
  private static final double MARGIN = 0.02;

  private static final int MOST_SYMBOLS = 60;

  private final PlotSpec spec;
  private final PlotData data;

  private PlotDrawing(PlotSpec spec, PlotData data) {
    this.spec = spec;
    this.data = data;
  }

  static XYChart<?, Number> of(Plot plot, PlotData data) {
    var chart = new PlotDrawing(plot.spec(), data).chart();
    chart.setAnimated(false);
    chart.setTitle(plot.spec().title().isEmpty() ? null : plot.spec().title());
    chart.setLegendVisible(data.series().size() > 1);
    chart.getStyleClass().add("plot");
    return chart;
  }

  private XYChart<?, Number> chart() {
    return switch (data.x()) {
      case CATEGORY -> byCategory();
      case NUMBER, TIME, DAY -> byNumber();
    };
  }

  private XYChart<String, Number> byCategory() {
    var x = new CategoryAxis();
    x.setAnimated(false);
    x.setLabel(label(spec.xLabel(), spec.x()));
    XYChart<String, Number> chart =
        switch (spec.kind()) {
          case BAR -> new BarChart<>(x, y());
          case HISTOGRAM -> histogram(x);
          case LINE -> line(x);
          case SCATTER -> new ScatterChart<>(x, y());
        };
    for (var series : data.series()) {
      var drawn = new XYChart.Series<String, Number>();
      drawn.setName(series.name());
      for (var point : series.points()) {
        drawn.getData().add(new XYChart.Data<>(point.label(), up(point.y())));
      }
      chart.getData().add(drawn);
    }
    return chart;
  }

  private BarChart<String, Number> histogram(CategoryAxis x) {
    var chart = new BarChart<>(x, y());
    chart.setCategoryGap(1);
    chart.setBarGap(0);
    return chart;
  }

  private <X> LineChart<X, Number> line(Axis<X> x) {
    var chart = new LineChart<>(x, y());
    chart.setCreateSymbols(data.size() <= MOST_SYMBOLS);
    return chart;
  }

  private XYChart<Number, Number> byNumber() {
    var x = x();
    XYChart<Number, Number> chart =
        spec.kind() == PlotSpec.Kind.SCATTER ? new ScatterChart<>(x, y()) : line(x);
    for (var series : data.series()) {
      var drawn = new XYChart.Series<Number, Number>();
      drawn.setName(series.name());
      for (var point : series.points()) {
        double right = spec.xLog() ? Math.log10(point.x()) : point.x();
        drawn.getData().add(new XYChart.Data<>(right, up(point.y())));
      }
      chart.getData().add(drawn);
    }
    return chart;
  }

  private double up(double value) {
    return spec.yLog() ? Math.log10(value) : value;
  }

  private NumberAxis x() {
    double low =
        data.series().stream()
            .flatMap(s -> s.points().stream())
            .mapToDouble(PlotData.Point::x)
            .min()
            .orElse(0);
    double high =
        data.series().stream()
            .flatMap(s -> s.points().stream())
            .mapToDouble(PlotData.Point::x)
            .max()
            .orElse(1);
    var axis = axis(label(spec.xLabel(), spec.x()), spec.xLog());
    if (data.x() != PlotData.Axis.NUMBER && high > low) {
      axis.setAutoRanging(false);
      double margin = (high - low) * MARGIN;
      axis.setLowerBound(low - margin);
      axis.setUpperBound(high + margin);
      axis.setTickUnit((high - low) / 5);
      axis.setMinorTickVisible(false);
      axis.setTickLabelFormatter(
          new Named<>(seconds -> Ticks.moment(seconds.doubleValue(), high - low)));
    }
    return axis;
  }

  private NumberAxis y() {
    var name = spec.kind() == PlotSpec.Kind.HISTOGRAM ? "" : spec.y();
    return axis(label(spec.yLabel(), name), spec.yLog());
  }

  private NumberAxis axis(String label, boolean log) {
    var axis = new NumberAxis();
    axis.setAnimated(false);
    axis.setLabel(label);
    axis.setForceZeroInRange(
        !log && (spec.kind() == PlotSpec.Kind.BAR || spec.kind() == PlotSpec.Kind.HISTOGRAM));
    if (log) {
      axis.setTickLabelFormatter(new Named<>(power -> Ticks.power(power.doubleValue())));
    }
    return axis;
  }

  private static String label(String wanted, String column) {
    return wanted.isEmpty() ? column : wanted;
  }
}
