package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of a server in a process of its own, whose files are read by real workers, as programs
/// see them.
class ServerTablesTest {
  private static final int MANY = 300_000;
  private static final JsonMapper JSON = new JsonMapper();
  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private ServerProcess server;
  private String token = "";
  private String talk = "";

  @BeforeEach
  void start() throws IOException, InterruptedException {
    server = ServerProcess.serve(folder, Map.of());
    token = Newcomer.joins(server);
    var created = server.post("/api/conversations", token, "{\"title\":\"wells\"}").body();
    talk = "/api/conversations/" + TestClient.field(created, "id");
  }

  @AfterEach
  void end() {
    server.close();
  }

  private HttpResponse<String> send(String method, String path, String type, byte[] body) {
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> send(String method, String path, String json) {
    return send(method, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private void upload(String name, byte[] content) {
    var head =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n";
    var body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    var type = "multipart/form-data; boundary=b";
    assertThat(send("POST", talk + "/files", type, body.toByteArray()).statusCode()).isEqualTo(201);
  }

  private void upload(String name, String content) {
    upload(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<JsonNode> tables() {
    return json(send("GET", talk + "/tables", "")).path("tables").valueStream().toList();
  }

  private List<JsonNode> readyTables(int count) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() ->
            tables().size() == count
                && tables().stream()
                    .allMatch(table -> table.path("state").asText().equals("ready")));
    return tables();
  }

  private static List<String> types(JsonNode table) {
    return table.path("columns").valueStream().map(one -> one.path("type").asText()).toList();
  }

  private String asked(String sql) throws IOException {
    var question = JSON.writeValueAsString(Map.of("sql", sql));
    return json(send("POST", talk + "/queries", question)).path("rows").toString();
  }

  private static String many() {
    var rows = new StringBuilder("id,well,day,rate\n");
    IntStream.range(0, MANY)
        .forEach(i ->
            rows.append(i)
                .append(",W-")
                .append(i % 500)
                .append(",2025-01-")
                .append(10 + i % 20)
                .append(',')
                .append(i % 1_000)
                .append(".25\n"));
    return rows.toString();
  }

  private void awaitHalfRead() {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          var all = tables();
          var progress = all.isEmpty() ? 0 : all.getFirst().path("progress").asDouble();
          return progress > 0.05 && progress < 1;
        });
  }

  private static byte[] workbook() {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var format = workbook.getCreationHelper().createDataFormat();
      var days = workbook.createCellStyle();
      days.setDataFormat(format.getFormat("dd/mm/yyyy"));
      var times = workbook.createCellStyle();
      times.setDataFormat(format.getFormat("yyyy-mm-dd hh:mm:ss"));
      var measured = workbook.createSheet("Measured");
      texts(measured.createRow(0), "sample", "day", "at", "mass", "count", "kept", "double");
      for (int i = 1; i <= 3; i++) {
        measure(measured.createRow(i), i, days, times);
      }
      measured.getRow(2).getCell(3).setBlank();
      measured.getRow(2).removeCell(measured.getRow(2).getCell(1));
      var wells = workbook.createSheet("Where & when");
      texts(wells.createRow(0), "well", "depth");
      wells.createRow(1).createCell(0).setCellValue("A, \"first\"");
      wells.getRow(1).createCell(1).setCellValue(1234567.5);
      workbook.createSheet("Nothing");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      measured.getRow(3).createCell(7).setCellFormula("NOW()"); // never worked out
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void texts(Row row, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
  }

  private static void measure(Row row, int number, CellStyle days, CellStyle times) {
    row.createCell(0).setCellValue("S-" + number);
    row.createCell(1).setCellValue(LocalDate.of(2025, 4, number));
    row.getCell(1).setCellStyle(days);
    row.createCell(2).setCellValue(LocalDateTime.of(2025, 4, number, 13, 5, 7));
    row.getCell(2).setCellStyle(times);
    row.createCell(3).setCellValue(number + 0.1);
    row.createCell(4).setCellValue(number * 10);
    row.createCell(5).setCellValue(number % 2 == 0);
    row.createCell(6).setCellFormula("E" + (number + 1) + "*2");
  }

  @Test
  void readTheSheetsOfAWorkbookWithTheirTypes() throws IOException {
    upload("book.xlsx", workbook());

    var tables = readyTables(2);

    assertThat(tables)
        .extracting(table -> table.path("sheet").asText())
        .containsExactly("Measured", "Where & when");
    var measured = tables.getFirst();
    assertThat(types(measured).subList(0, 7))
        .containsExactly("text", "date", "timestamp", "decimal", "integer", "boolean", "integer");
    assertThat(measured.path("rows").asLong()).isEqualTo(3);
    assertThat(measured.path("faults").path("unfit").asLong()).isZero();
    var name = "\"" + measured.path("name").asText() + "\"";
    assertThat(asked("select sample, day, mass, \"count\", kept, \"double\" from " + name))
        .isEqualTo(
            """
            [["S-1","2025-04-01","1.1","10","false","20"],\
            ["S-2",null,null,"20","true","40"],\
            ["S-3","2025-04-03","3.1","30","false","60"]]\
            """);
    assertThat(asked("select max(\"at\"), sum(mass), count(day) from " + name))
        .isEqualTo("[[\"2025-04-03 13:05:07\",\"4.2\",\"2\"]]");
    var wells = "\"" + tables.getLast().path("name").asText() + "\"";
    assertThat(asked("select well, depth + 1 from " + wells))
        .isEqualTo("[[\"A, \\\"first\\\"\",\"1234568.5\"]]");
  }

  @Test
  void tellHowFarTheyAreAndEndWhenTheyAreDeleted() throws IOException {
    upload("many.csv", many());
    awaitHalfRead();
    assertThat(tables().getFirst().path("state").asText()).isIn("waiting", "loading");
    var id = tables().getFirst().path("id").asText();

    assertThat(send("DELETE", "/api/tables/" + id, "").statusCode()).isEqualTo(204);

    assertThat(tables()).isEmpty();
    assertThat(send("GET", "/api/tables/" + id, "").statusCode()).isEqualTo(404);
    assertThat(send("DELETE", "/api/tables/" + id, "").statusCode()).isEqualTo(404);
    assertThat(json(send("GET", talk + "/files", "")).path("files")).hasSize(1);
    upload("few.csv", "a,b\n1,2\n");
    readyTables(1);
    assertThat(asked("select a + b from few")).isEqualTo("[[\"3\"]]");
    assertThat(send("POST", talk + "/queries", "{\"sql\":\"select * from many\"}").statusCode())
        .isEqualTo(503);
  }

  @Test
  void areReadAnewWhenTheServerWasKilledMeanwhile() throws IOException, InterruptedException {
    upload("many.csv", many());
    awaitHalfRead();

    server.kill();
    server = ServerProcess.serve(folder, Map.of());
    token = Newcomer.signsIn(server);

    assertThat(readyTables(1).getFirst().path("rows").asLong()).isEqualTo(MANY);
    assertThat(asked("select count(*), count(distinct well), sum(rate) from many"))
        .isEqualTo("[[\"%d\",\"500\",\"149925000\"]]".formatted(MANY));
  }

  @Test
  void areReadAsTheyAreCorrected() throws IOException {
    upload("visits.csv", "who;day;paid\nada;03/04/2025;1,5\nbob;05/06/2025;2,5\n");
    var guessed = readyTables(1).getFirst();
    assertThat(guessed.path("form").path("delimiter").asText()).isEqualTo(";");
    assertThat(guessed.path("form").path("dates").asText()).isEqualTo("day-month-year");
    assertThat(guessed.path("faults").path("unclearDates").toString()).isEqualTo("[\"day\"]");
    assertThat(types(guessed)).containsExactly("text", "date", "decimal");
    assertThat(asked("select day from visits")).isEqualTo("[[\"2025-04-03\"],[\"2025-06-05\"]]");

    var path = "/api/tables/" + guessed.path("id").asText();
    correct(path, "{\"dates\":\"month-day-year\",\"types\":{\"paid\":\"text\"}}");
    assertThat(asked("select day, paid from visits"))
        .isEqualTo("[[\"2025-03-04\",\"1,5\"],[\"2025-05-06\",\"2,5\"]]");

    correct(path, "{\"delimiter\":\",\"}");
    assertThat(types(tables().getFirst())).hasSize(2);

    correct(path, "{\"delimiter\":\";\",\"decimal\":\",\"}");
    assertThat(asked("select sum(paid) from visits")).isEqualTo("[[\"4\"]]");
    assertThat(send("PATCH", path, "{\"delimiter\":\"ab\"}").statusCode()).isEqualTo(400);
    assertThat(send("PATCH", path, "{\"types\":{\"none\":\"text\"}}").statusCode()).isEqualTo(400);
  }

  private void correct(String path, String body) {
    json(send("PATCH", path, body));
    readyTables(1);
  }
}
