package org.colloquy.desktop.ui.usage;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.chart.Axis;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.usage.UsageBars.Bar;
import org.colloquy.desktop.ui.usage.UsageViewModel.Measure;

/// Draws usage as bars: upright for days, lying for what has a name.
final class UsageChart {
  private UsageChart() {}

  static XYChart<?, ?> upright(Measure measure, List<Bar> bars) {
    var chart = new StackedBarChart<>(labels(), amount(measure));
    for (var part : parts(measure)) {
      var series = new XYChart.Series<String, Number>();
      series.setName(part.name());
      bars.forEach(bar ->
          series.getData().add(new XYChart.Data<>(bar.label(), part.size().applyAsDouble(bar))));
      chart.getData().add(series);
    }
    return dressed(chart);
  }

  static XYChart<?, ?> lying(Measure measure, List<Bar> bars) {
    var chart = new StackedBarChart<>(amount(measure), labels());
    for (var part : parts(measure)) {
      var series = new XYChart.Series<Number, String>();
      series.setName(part.name());
      // The axis counts upwards, and the greatest stands on top.
      bars.reversed()
          .forEach(bar ->
              series
                  .getData()
                  .add(new XYChart.Data<>(part.size().applyAsDouble(bar), bar.label())));
      chart.getData().add(series);
    }
    return dressed(chart);
  }

  private record Part(String name, ToDoubleFunction<Bar> size) {}

  private static List<Part> parts(Measure measure) {
    return switch (measure) {
      case TOKENS ->
          List.of(
              new Part(Text.of("usage.input"), Bar::input),
              new Part(Text.of("usage.output"), Bar::output));
      case COST -> List.of(new Part(Text.of("usage.cost"), Bar::cost));
    };
  }

  private static CategoryAxis labels() {
    var axis = new CategoryAxis();
    axis.setAnimated(false);
    return axis;
  }

  private static Axis<Number> amount(Measure measure) {
    var axis = new NumberAxis();
    axis.setAnimated(false);
    axis.setMinorTickVisible(false);
    axis.setLabel(
        switch (measure) {
          case TOKENS -> Text.of("usage.measure.tokens");
          case COST -> Text.of("usage.cost.dollars");
        });
    return axis;
  }

  private static <X, Y> XYChart<X, Y> dressed(StackedBarChart<X, Y> chart) {
    chart.setAnimated(false);
    chart.setCategoryGap(4);
    chart.setLegendVisible(chart.getData().size() > 1);
    chart.getStyleClass().add("usage-bars");
    return chart;
  }
}
