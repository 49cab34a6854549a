package org.colloquy.server.tool.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.PlotId;
import org.colloquy.model.Problem;
import org.colloquy.model.TableState;
import org.colloquy.model.ToolCall;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.core.turn.TurnRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableToolsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String WELLS =
      "Well;Oil rate;day\nA-1;10,5;31.12.2025\nA-2;4,25;01.01.2026\nB-1;;02.01.2026\n";

  private final TestCore test =
      TestCore.with(
          new ScriptedChatModel(
              ScriptedReply.says()
                  .askingFor(
                      new ToolCall(
                          "c", "query_table", "{\"sql\":\"select count(*) n from wells\"}")),
              ScriptedReply.says("There are three.")));
  private final Conversation conversation = test.core().conversations().create(test.owner(), "");

  @AfterEach
  void close() {
    test.close();
  }

  private void hand(String name, String csv) {
    var content = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    test.core().attachments().upload(test.owner(), conversation.id(), name, content);
  }

  private void upload(String name, String csv) {
    hand(name, csv);
    await()
        .until(() ->
            test.core().tables().of(test.owner(), conversation.id()).stream()
                .map(one -> one.table().state())
                .noneMatch(Set.of(TableState.WAITING, TableState.LOADING)::contains));
  }

  private JsonNode run(Tool tool, Map<String, Object> arguments) throws Exception {
    return JSON.readTree(said(tool, arguments));
  }

  private String said(Tool tool, Map<String, Object> arguments) throws Exception {
    return tool.run(
        new Occasion(test.owner(), conversation.id(), Agent.NONE),
        JSON.writeValueAsString(arguments));
  }

  private QueryTable query() {
    return new QueryTable(test.core().tables());
  }

  @Test
  void answersWithRowsTheirCountAndTypes() throws Exception {
    upload("wells.csv", WELLS);

    var told =
        run(query(), Map.of("sql", "select well, \"Oil rate\", day from wells order by day"));

    assertThat(told.toString())
        .isEqualTo(
            "{\"rows\":3,\"cut\":false,\"columns\":[\"Well\",\"Oil rate\",\"day\"],"
                + "\"types\":[\"text\",\"decimal\",\"date\"],\"data\":[[\"A-1\",10.5,\"2025-12-31\"],"
                + "[\"A-2\",4.25,\"2026-01-01\"],[\"B-1\",null,\"2026-01-02\"]]}");
    var activities = test.core().activities().of(test.owner(), conversation.id());
    assertThat(activities.getLast().kind()).isEqualTo(Activities.TABLE);
    assertThat(activities.getLast().detail())
        .isEqualTo("Asked tables, 3 rows: select well, \"Oil rate\", day from wells order by day");
  }

  @Test
  void waitsForATableThatIsStillBeingRead() throws Exception {
    upload("wells.csv", WELLS);
    hand("many.csv", "n\n" + "1\n".repeat(100_000));

    var told = run(query(), Map.of("sql", "select count(*), max(well) from wells, Many"));

    assertThat(told.path("data").toString()).isEqualTo("[[300000,\"B-1\"]]");
  }

  @Test
  void tellsAModelOfTablesThatAreStillBeingRead() {
    hand("wells.csv", "Well\n" + "A-1\n".repeat(200_000));

    test.core().turns().run(test.owner(), asked("How many wells are there?"), _ -> {});

    var asked = test.model().prompts();
    assertThat(asked.getFirst().lines().toString())
        .contains("> wells (from wells.csv): is still being read");
    assertThat(asked.getLast().lines().toString()).contains("\"data\":[[200000]]");
  }

  @Test
  void tellsNoMoreThanSomeRowsAndThatThereAreMore() throws Exception {
    upload("n.csv", "n\n" + "1\n".repeat(1_000));

    var told = run(query(), Map.of("sql", "select n from n"));

    assertThat(told.path("rows").asInt()).isEqualTo(200);
    assertThat(told.path("cut").asBoolean()).isTrue();
    upload("long.csv", "t\n" + ("x".repeat(3_000) + "\n").repeat(100));
    var longOnes = run(query(), Map.of("sql", "select t from long"));
    assertThat(longOnes.toString().length()).isLessThan(50_000);
    assertThat(longOnes.path("cut").asBoolean()).isTrue();
  }

  @Test
  void listsTablesAsTheyAreAsked() throws Exception {
    var list = new ListTables(test.core().tables());
    assertThat(said(list, Map.of())).isEqualTo("This conversation has no tables.");
    upload("wells.csv", WELLS);
    upload("Order 2026.csv", "a,b\n1,2\n");

    assertThat(said(list, Map.of()))
        .isEqualTo(
            """
            Table wells, from wells.csv, 3 rows:
            Well text
            "Oil rate" decimal
            day date

            Table order_2026, from Order 2026.csv, 1 rows:
            a integer
            b integer\
            """);
  }

  @Test
  void keepsPlotsWithTheirData() throws Exception {
    upload("wells.csv", WELLS);

    var told =
        run(
            new PlotTable(test.core().plots()),
            Map.of(
                "kind", "line",
                "sql", "select day, \"Oil rate\" r from wells where \"Oil rate\" is not null",
                "x", "DAY",
                "y", "r",
                "log", "y",
                "title", "Decline"));

    var id = new PlotId(UUID.fromString(told.path("plot").asText()));
    var plot = test.core().plots().get(test.owner(), id);
    assertThat(plot.spec().x()).isEqualTo("day");
    assertThat(plot.spec().yLog()).isTrue();
    assertThat(plot.data().rows())
        .containsExactly(List.of("2025-12-31", "10.5"), List.of("2026-01-01", "4.25"));
    assertThat(told.path("points").asInt()).isEqualTo(2);
    assertThat(test.core().plots().of(test.owner(), conversation.id())).hasSize(1);
    var kari = test.member("kari");
    assertThat(Problems.of(() -> test.core().plots().get(kari, id)))
        .isEqualTo(new Problem.NotFound("plot"));
  }

  @Test
  void saysWhyAPlotCannotBeDrawn() {
    upload("wells.csv", WELLS);
    var plot = new PlotTable(test.core().plots());

    assertThat(
            why(plot, Map.of("kind", "line", "sql", "select * from wells", "x", "day", "y", "z")))
        .contains("The SQL has no column z, but Well, Oil rate, day.");
    assertThat(
            why(plot, Map.of("kind", "bar", "sql", "select * from wells", "x", "day", "y", "well")))
        .contains("does not have numbers");
    assertThat(Problems.of(() -> said(plot, Map.of("kind", "pie", "sql", "select 1", "x", "a"))))
        .isInstanceOf(Problem.Invalid.class);
  }

  private String why(Tool tool, Map<String, Object> arguments) {
    return ((Problem.Unavailable) Problems.of(() -> said(tool, arguments))).why();
  }

  private TurnRequest asked(String question) {
    return new TurnRequest(
        conversation.id(),
        new TurnRequest.Question.Said(question, null),
        new ModelChoice.Usual(),
        TurnRequest.WhenReaderLeaves.GO_ON);
  }

  @Test
  void offersThemToAPlainModelThatIsToldWhichTablesThereAre() {
    upload("wells.csv", WELLS);

    test.core().turns().run(test.owner(), asked("How many wells are there?"), _ -> {});

    var asked = test.model().prompts();
    assertThat(asked.getFirst().tools())
        .extracting(Prompt.ToolOffer::name)
        .contains("list_tables", "query_table", "plot_table");
    assertThat(asked.getFirst().lines().toString())
        .contains("> wells (3 rows, from wells.csv): Well, Oil rate, day");
    assertThat(asked.getLast().lines().toString()).contains("\"data\":[[3]]");
  }
}
