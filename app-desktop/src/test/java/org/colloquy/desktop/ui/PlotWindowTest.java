package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotWindowTest extends WindowTest {
  private static final String SERIES =
      """
      {"columns":[{"name":"x","type":"date"},{"name":"y","type":"decimal"},
        {"name":"well","type":"text"}],
       "rows":[["2025-01-01","120","A-1"],["2025-02-01","101.5","A-1"],["2025-03-01","88","A-1"],
        ["2025-04-01","80.25","A-1"],["2025-01-01","60","B-2"],["2025-02-01","58","B-2"],
        ["2025-03-01",null,"B-2"],["2025-04-01","51","B-2"]],"count":8,"cut":false}\
      """;
  private static final String VALUES =
      """
      {"columns":[{"name":"x","type":"double"}],
       "rows":[["1"],["1.4"],["2"],["2.1"],["2.2"],["2.4"],["3"],["3.1"],["4.9"]],
       "count":9,"cut":false}\
      """;

  private void openPlot(String kind) {
    UUID plot = server.tables().addPlot(kind, kind.equals("histogram") ? VALUES : SERIES);
    server
        .conversations()
        .addToolTalk(
            "Wells",
            Instant.now(),
            "plot_table",
            "{\"sql\":\"select day x, rate y, well from production\"}",
            "{\"plot\":\"" + plot + "\"}");
    interact(() -> wiring.shell().load());
    untilSays("Wells");
    clickOn("Wells");
    until(() -> shows(".plot"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"line", "bar", "scatter", "histogram"})
  void drawsThePlotOfAnAnswer(String kind) {
    openPlot(kind);
    interact(() -> {});
    interact(() -> Pictures.save(scene(), "plot-" + kind));
    assertThat(says("select day x, rate y, well from production")).isTrue();
    assertThat(says(kind.equals("histogram") ? "5 points" : "7 points")).isTrue();
  }

  @Test
  void savesItAsPictureDrawingAndData() throws Exception {
    openPlot("line");
    clickOn(".plotPng");
    await().until(() -> Files.exists(folder.resolve("plot.png")));
    clickOn(".plotSvg");
    await().until(() -> Files.exists(folder.resolve("plot.svg")));
    clickOn(".plotCsv");
    await().until(() -> Files.exists(folder.resolve("plot.csv")));

    await().until(() -> Files.size(folder.resolve("plot.png")) > 2_000);
    assertThat(Files.readAllBytes(folder.resolve("plot.png")))
        .startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
    await().until(() -> Files.readString(folder.resolve("plot.svg")).endsWith("</svg>\n"));
    assertThat(Files.readString(folder.resolve("plot.svg")))
        .contains("<polyline", "Decline of two wells", "2025-01-01", "A-1", "B-2");
    await().until(() -> Files.size(folder.resolve("plot.csv")) > 0);
    assertThat(Files.readString(folder.resolve("plot.csv")))
        .startsWith("x,y,well\r\n2025-01-01,120,A-1\r\n")
        .contains("2025-03-01,,B-2");
  }

  @Test
  void showsRowsOfAnAnswerAsATableThatCanBeSaved() throws Exception {
    server
        .conversations()
        .addToolTalk(
            "Rows",
            Instant.now(),
            "query_table",
            "{\"sql\":\"select well, rate from production\"}",
            "{\"rows\":2,\"cut\":true,\"columns\":[\"well\",\"rate\"],\"types\":[\"text\","
                + "\"decimal\"],\"data\":[[\"A-1\",10.5],[\"B-2\",null]]}");
    interact(() -> wiring.shell().load());
    untilSays("Rows");
    clickOn("Rows");
    until(() -> shows(".rows-grid"));
    untilSays("A-1");
    assertThat(says("2 rows, and there are more")).isTrue();
    assertThat(says("select well, rate from production")).isTrue();
    interact(() -> Pictures.save(scene(), "answer-rows"));
    clickOn(".rowsCsv");
    var saved = folder.resolve("rows.csv");
    await().until(() -> Files.exists(saved) && Files.size(saved) > 0);
    assertThat(Files.readString(saved)).isEqualTo("well,rate\r\nA-1,10.5\r\nB-2,\r\n");
  }
}
