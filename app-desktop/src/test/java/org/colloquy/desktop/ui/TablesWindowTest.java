package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import org.colloquy.model.PlotSpec;
import org.junit.jupiter.api.Test;

class TablesWindowTest extends WindowTest {
  private UUID talk = new UUID(0, 0);

  @Override
  void prepare() {
    talk = server.conversations().add("Wells", Instant.now(), List.of("question", "About wells."));
    server.tables().add(talk, "production", 250);
    server.tables().add(talk, "pressures", "loading", 0);
  }

  private void openTables() {
    untilSays("Wells");
    clickOn("Wells");
    untilSays("About wells.");
    clickOn("#sideButton");
    clickOn("#sideTABLES");
    untilSays("production");
  }

  @Test
  void showsTablesAndTheirRowsPageByPage() {
    openTables();
    untilSays("A-3");
    assertThat(says("250 rows, 3 columns")).isTrue();
    assertThat(says("Rows with too few values: 1; with too many, left out: 2")).isTrue();
    assertThat(says("Nothing tells in day; read as: ")).isTrue();
    interact(() -> Pictures.save(scene(), "tables-rows"));
    clickOn("#laterRows");
    untilSays("101–200 of 250");
    untilSays("A-103");
    server.tables().finish();
    until(() -> !shows(".progress-bar"));
  }

  @Test
  void correctsHowATableStandsInItsFile() {
    openTables();
    clickOn("#tableFormTab");
    untilSays("Delimiter");
    interact(() -> Pictures.save(scene(), "tables-form"));
    ChoiceBox<String> delimiter = lookup("#tableDelimiter").query();
    interact(() -> delimiter.setValue("\t"));
    clickOn("#readAgain");
    until(() -> server.requests().stream().anyMatch(one -> one.startsWith("PATCH /api/tables/")));
    assertThat(
            server.requests().stream()
                .filter(one -> one.startsWith("PATCH /api/tables/"))
                .findFirst()
                .orElseThrow())
        .contains("\"delimiter\":\"\\t\"", "\"missing\":[\"NA\"]");
  }

  @Test
  void asksTablesBySql() {
    openTables();
    clickOn("#tableAskTab");
    clickOn("#tableSql").push(KeyCode.CONTROL, KeyCode.A).write("select * from production");
    clickOn("#askTables");
    untilSays("B-2");
    untilSays("2 rows");
    interact(() -> Pictures.save(scene(), "tables-ask"));
    assertThat(server.requests().toString()).contains("{\"sql\":\"select * from production\"}");
  }

  @Test
  void savesAndDrawsWhatWasAsked() throws Exception {
    openTables();
    clickOn("#tableAskTab");
    clickOn("#tableSql").push(KeyCode.CONTROL, KeyCode.A).write("select * from production");
    clickOn("#askTables");
    untilSays("B-2");
    clickOn("#saveRows");
    var saved = folder.resolve("rows.csv");
    await().until(() -> Files.exists(saved) && Files.size(saved) > 0);
    assertThat(saved).hasContent("well,rate\nA-1,10.5\n");
    interact(() -> {
      lookup("#plotKind").<ChoiceBox<PlotSpec.Kind>>query().setValue(PlotSpec.Kind.BAR);
      lookup("#plotX").<ChoiceBox<String>>query().setValue("well");
    });
    assertThat(lookup("#plotY").<ChoiceBox<String>>query().getValue()).isEqualTo("rate");
    clickOn("#drawRows");
    until(() -> shows(".plot"));
    interact(() -> Pictures.save(scene(), "tables-drawn"));
    assertThat(server.requests().toString())
        .contains("\"x\":\"well\",\"kind\":\"bar\",\"y\":\"rate\"");
  }
}
