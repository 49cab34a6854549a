package org.colloquy.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// How long a large CSV file takes to become a table, what memory that takes, and how long
/// questions to it take.
public final class TableBenchmark {
  private static final String HELP =
      """
      A CSV file of ten columns is uploaded to the server, started by its launcher with 256 MiB of
      heap, which reads it into a table; then the table is asked.

        --rows N      how many (default 1000000; 100000 with --quick)
        --quick       fewer
      """;

  private static final String NO_PROVIDER = "http://127.0.0.1:9/v1";
  private static final long PAUSE_MS = 50;
  private static final List<String> QUESTIONS =
      List.of(
          "select count(*) from big",
          "select avg(rate), max(pressure) from big",
          "select well, sum(rate) from big group by well order by 2 desc limit 10",
          "select extract(month from day) m, count(*) from big where open group by m order by m",
          "select * from big where note like '%777%' limit 100",
          "select day, rate from big order by rate desc limit 100");

  private final int rows;

  private TableBenchmark(Options options) {
    rows = options.number("--rows", options.has("--quick") ? 100_000 : 1_000_000);
  }

  static void main(String[] arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      IO.print(HELP);
      return;
    }
    new TableBenchmark(Options.of(List.of(arguments), Set.of("--quick"), Set.of("--rows"))).run();
  }

  private void run() throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.make();
        HttpClient client = HttpClient.newHttpClient()) {
      Path file = write(folder.path().resolve("big.csv"));
      Programs programs = Programs.in(folder.path());
      try (Child server = programs.server(NO_PROVIDER, "").awaitAnswer("/health/ready")) {
        LongHistory.register(server.address());
        Api visitor = new Api(client, server.address(), "");
        Table figures = new Table("", "s", "MiB");
        try {
          measure(server, visitor.signedIn(LongHistory.signIn(visitor)), file, figures);
        } finally {
          IO.print(figures.lines());
        }
      }
    }
  }

  private void measure(Child server, Api api, Path file, Table figures)
      throws IOException, InterruptedException {
    String talk =
        "/api/conversations/" + api.post("/api/conversations", Map.of()).path("id").asText();
    server.use().forgetPeak();
    long start = System.nanoTime();
    upload(api, talk, file);
    double uploaded = seconds(start);
    JsonNode table = awaitTable(api, talk);
    figures.row("upload of " + Files.size(file) / (1 << 20) + " MiB", uploaded, "");
    figures.row(
        "reading of " + table.path("rows").asLong() + " rows",
        seconds(start) - uploaded,
        server.use().peakMebibytes());
    for (String question : QUESTIONS) {
      api.post(talk + "/queries", Map.of("sql", question));
      long asked = System.nanoTime();
      api.post(talk + "/queries", Map.of("sql", question));
      figures.row(question, seconds(asked), server.use().peakMebibytes());
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static JsonNode awaitTable(Api api, String talk)
      throws IOException, InterruptedException {
    while (true) {
      JsonNode table = api.get(talk + "/tables").path("tables").path(0);
      String state = table.path("state").asText();
      if (state.equals("ready")) {
        return table;
      }
      if (state.equals("failed")) {
        throw new IOException(table.path("why").asText());
      }
      Thread.sleep(PAUSE_MS);
    }
  }

  private static void upload(Api api, String talk, Path file)
      throws IOException, InterruptedException {
    String head =
        """
        --b\r
        Content-Disposition: form-data; name="file"; filename="big.csv"\r
        Content-Type: text/csv\r
        \r
        """;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api.address() + talk + "/files"))
            .header("Authorization", "Bearer " + api.token())
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--b--\r\n")))
            .build();
    HttpResponse<String> answer = api.client().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException("the upload was answered " + answer.statusCode() + " " + answer.body());
    }
  }

  private Path write(Path file) throws IOException {
    Random random = new Random(7);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,well,day,at,rate,pressure,temperature,count,open,note\n");
      for (int i = 0; i < rows; i++) {
        out.write(
            String.format(
                Locale.ROOT,
                "%d,W-%03d,2025-%02d-%02d,2025-01-01 %02d:%02d:00,%d.%02d,%.3e,%d.5,%d,%s,note %d"
                    + " of this row%n",
                i,
                random.nextInt(500),
                1 + i % 12,
                1 + i % 28,
                i % 24,
                i % 60,
                random.nextInt(5_000),
                i % 100,
                1e5 * random.nextDouble(),
                random.nextInt(120),
                random.nextInt(1_000_000),
                i % 3 == 0 ? "yes" : "no",
                random.nextInt(100_000)));
      }
    }
    return file;
  }
}
