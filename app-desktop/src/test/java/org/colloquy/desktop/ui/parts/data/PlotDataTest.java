package org.colloquy.desktop.ui.parts.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ColumnType;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotId;
import org.colloquy.model.PlotSpec;
import org.colloquy.model.TableRows;
import org.colloquy.model.TableRows.ResultColumn;
import org.junit.jupiter.api.Test;

class PlotDataTest {
  private static Plot plot(PlotSpec.Kind kind, ColumnType x, boolean log, List<List<String>> rows) {
    var columns =
        List.of(
            new ResultColumn("x", x),
            new ResultColumn("y", ColumnType.DECIMAL),
            new ResultColumn("s", ColumnType.TEXT));
    return new Plot(
        new PlotId(new UUID(0, 1)),
        1,
        new ConversationId(new UUID(0, 2)),
        new PlotSpec(kind, "<T> & \"t\"", "X", "y", "s", "", "", log, false, 4),
        "select",
        new TableRows(columns, List.copyOf(rows), false),
        Instant.EPOCH);
  }

  @Test
  void dividesRowsIntoSeriesAndLeavesOutWhatHasNoPlace() {
    var data =
        PlotData.of(
            plot(
                PlotSpec.Kind.SCATTER,
                ColumnType.DOUBLE,
                true,
                List.of(
                    List.of("1", "2", "a"),
                    List.of("10", "3", "b"),
                    List.of("0", "3", "b"),
                    List.of("100", "4", "a"),
                    Arrays.asList("5", null, "a"))));

    assertThat(data.x()).isEqualTo(PlotData.Axis.NUMBER);
    assertThat(data.series()).extracting(PlotData.Series::name).containsExactly("a", "b");
    assertThat(data.series().getFirst().points())
        .extracting(PlotData.Point::x)
        .containsExactly(1.0, 100.0);
    assertThat(data.leftOut()).isEqualTo(2);
  }

  @Test
  void placesDaysAndTimesInSeconds() {
    var data =
        PlotData.of(
            plot(
                PlotSpec.Kind.LINE,
                ColumnType.TIMESTAMP,
                false,
                List.of(
                    List.of("1970-01-02", "1", "a"),
                    List.of("1970-01-02 00:00:10.5", "1", "a"),
                    List.of("00:01:00", "1", "a"))));

    assertThat(data.series().getFirst().points())
        .extracting(PlotData.Point::x)
        .containsExactly(86_400.0, 86_410.0, 60.0);
  }

  @Test
  void countsTheValuesOfAHistogram() {
    var data =
        PlotData.of(
            plot(
                PlotSpec.Kind.HISTOGRAM,
                ColumnType.DOUBLE,
                false,
                List.of(
                    List.of("0", "1", "a"),
                    List.of("1", "1", "a"),
                    List.of("1", "1", "a"),
                    List.of("4", "1", "a"))));

    assertThat(data.series().getFirst().points())
        .extracting(PlotData.Point::y)
        .containsExactly(1.0, 2.0, 0.0, 1.0);
  }

  @Test
  void writesRoundNumbersAlongAnAxis() {
    assertThat(Ticks.of(0, 60)).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0);
    assertThat(Ticks.of(-1, 1)).contains(0.0).hasSizeBetween(4, 8);
    assertThat(Ticks.text(0.5, 0.1)).isEqualTo("0.5");
    assertThat(Ticks.text(20, 10)).isEqualTo("20");
    assertThat(Ticks.text(12_000_000, 1e6)).isEqualTo("1.2E+7");
    assertThat(Ticks.moment(86_400, 40 * 86_400)).isEqualTo("1970-01-02");
  }

  @Test
  void writesADrawingThatHoldsNoForeignMarks() {
    for (var kind : PlotSpec.Kind.values()) {
      var plot =
          plot(
              kind,
              ColumnType.DOUBLE,
              false,
              List.of(List.of("1", "2", "<script>"), List.of("2", "3", "b\u0000&")));

      var svg = PlotSvg.of(plot, PlotData.of(plot));

      assertThat(svg)
          .startsWith("<svg ")
          .endsWith("</svg>\n")
          .contains("&lt;T&gt; &amp; &quot;t&quot;")
          .doesNotContain("<script>", "NaN", "\u0000");
    }
  }
}
