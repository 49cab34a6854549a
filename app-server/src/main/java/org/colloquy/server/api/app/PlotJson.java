package org.colloquy.server.api.app;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotSpec;
import org.jspecify.annotations.Nullable;

/// A plot with its data.
record PlotJson(
    UUID id,
    long number,
    UUID conversation,
    SpecJson spec,
    String sql,
    RowsJson data,
    Instant madeAt) {
  static PlotJson of(Plot plot) {
    return new PlotJson(
        plot.id().value(),
        plot.number(),
        plot.conversation().value(),
        SpecJson.of(plot.spec()),
        plot.sql(),
        RowsJson.of(plot.data()),
        plot.madeAt());
  }

  record SpecJson(
      String kind,
      String title,
      String x,
      String y,
      String series,
      String xLabel,
      String yLabel,
      boolean xLog,
      boolean yLog,
      int bins) {
    static SpecJson of(PlotSpec spec) {
      return new SpecJson(
          AppJson.word(spec.kind()),
          spec.title(),
          spec.x(),
          spec.y(),
          spec.series(),
          spec.xLabel(),
          spec.yLabel(),
          spec.xLog(),
          spec.yLog(),
          spec.bins());
    }
  }

  /// What a person wants drawn.
  record PlotBody(
      @Nullable String sql,
      @Nullable String kind,
      @Nullable String title,
      @Nullable String x,
      @Nullable String y,
      @Nullable String series,
      @Nullable String xLabel,
      @Nullable String yLabel,
      @Nullable Boolean xLog,
      @Nullable Boolean yLog,
      @Nullable Integer bins) {
    PlotSpec spec() {
      return new PlotSpec(
          TableBodies.constant(PlotSpec.Kind.values(), AppBodies.required(kind, "kind"), "kind"),
          orEmpty(title),
          AppBodies.required(x, "x"),
          orEmpty(y),
          orEmpty(series),
          orEmpty(xLabel),
          orEmpty(yLabel),
          Boolean.TRUE.equals(xLog),
          Boolean.TRUE.equals(yLog),
          bins == null ? 0 : bins);
    }

    String requiredSql() {
      return AppBodies.required(sql, "sql");
    }

    private static String orEmpty(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  record PlotsJson(List<PlotJson> plots) {}
}
