package org.colloquy.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// How long a hundred papers take until they are found by their words and by their meaning, and how
/// the chat fares meanwhile, beside the same turns before.
public final class DocumentBenchmark {
  private static final String HELP =
      """
      A hundred papers as PDF are added to a conversation. Until all of them are found by their words
      and their meaning, another conversation asks short questions one after the other.

        --papers N   how many (default 100; 5 with --quick)
        --pages N    how many pages each has (default 20)
        --turns N    turns before, as the reference (default 50; 10 with --quick)
        --quick      fewer
      """;

  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final String QUESTION = "Say something. [[tokens=20 delay=5]]";

  private final int papers;
  private final int pages;
  private final int turns;

  /// How far all files are.
  private record Progress(int ready, int indexed) {}

  private DocumentBenchmark(Options options) {
    boolean quick = options.has("--quick");
    papers = options.number("--papers", quick ? 5 : 100);
    pages = options.number("--pages", 20);
    turns = options.number("--turns", quick ? 10 : 50);
  }

  static void main(String[] arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      IO.print(HELP);
      return;
    }
    Set<String> settings = Set.of("--papers", "--pages", "--turns");
    new DocumentBenchmark(Options.of(List.of(arguments), Set.of("--quick"), settings)).run();
  }

  private void run() throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Programs programs = Programs.in(folder.path());
      try (Child provider = programs.provider();
          Child server =
              programs.server(provider.address() + "/v1", "").awaitAnswer("/health/ready");
          HttpClient client = HttpClient.newHttpClient()) {
        LongHistory.register(server.address());
        Api open = new Api(client, server.address(), "");
        Api api = open.signedIn(LongHistory.signIn(open));
        api.post("/chat/addAPIKey/", Map.of("key", "sk-benchmark", "nickname", "benchmark"));
        measure(api, server);
      }
    }
  }

  private void measure(Api api, Child server) throws IOException, InterruptedException {
    String model = api.fakeModel();
    String chat = conversation(api, "Chat");
    String library = conversation(api, "Papers");
    ask(api, chat, model);
    Samples before = new Samples();
    for (int turn = 0; turn < turns; turn++) {
      before.add(ask(api, chat, model));
    }
    long begun = System.nanoTime();
    for (int paper = 0; paper < papers; paper++) {
      upload(api, library, "paper-" + paper + ".pdf", PaperFiles.paper(paper, pages));
    }
    double uploaded = seconds(begun);
    Samples during = new Samples();
    double ready = Double.NaN;
    Progress progress = progress(api, library);
    int seen = 0;
    int last = -1;
    while (progress.indexed() < papers * pages) {
      during.add(ask(api, chat, model));
      Thread.sleep(BETWEEN);
      progress = progress(api, library);
      ready = Double.isNaN(ready) && progress.ready() == papers ? seconds(begun) : ready;
      seen += progress.ready() + progress.indexed() > last ? 1 : 0;
      last = progress.ready() + progress.indexed();
    }
    double indexed = seconds(begun);
    Samples citing = new Samples();
    for (int turn = 0; turn < turns; turn++) {
      citing.add(ask(api, library, model));
    }
    print(uploaded, Double.isNaN(ready) ? indexed : ready, indexed, seen);
    Table table = new Table("first token, ms", "turns", "median", "99 %", "worst");
    row(table, "before", before);
    row(table, "while papers are read", during);
    row(table, "in the papers' conversation, afterwards", citing);
    IO.print(table.lines());
    IO.println("server's memory afterwards: %.0f MiB".formatted(server.use().residentMebibytes()));
  }

  private void print(double uploaded, double ready, double indexed, int seen) {
    int all = papers * pages;
    Table table = new Table(papers + " papers, " + all + " pages", "s", "pages/s");
    table.row("made and uploaded", uploaded, all / uploaded);
    table.row("found by their words", ready, all / ready);
    table.row("found by their meaning too", indexed, all / indexed);
    IO.print(table.lines());
    IO.println("progress was seen to move " + seen + " times\n");
  }

  private static void row(Table table, String name, Samples samples) {
    table.row(name, samples.count(), samples.millis(0.5), samples.millis(0.99), samples.millis(1));
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /// A turn to its end; the time to its first word.
  private static long ask(Api api, String conversation, String model)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(api.address() + "/api/conversations/" + conversation + "/turns"))
            .header("Authorization", "Bearer " + api.token())
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    Api.json(Map.of("text", QUESTION, "model", model))))
            .build();
    long begun = System.nanoTime();
    HttpResponse<Stream<String>> answer =
        api.client().send(request, HttpResponse.BodyHandlers.ofLines());
    long first = 0;
    try (Stream<String> lines = answer.body()) {
      Iterator<String> each = lines.iterator();
      while (each.hasNext()) {
        if (each.next().contains("\"event\":\"text\"") && first == 0) {
          first = System.nanoTime() - begun;
        }
      }
    }
    if (answer.statusCode() != 200 || first == 0) {
      throw new IOException("A turn answered " + answer.statusCode() + " without a word.");
    }
    return first;
  }

  private static Progress progress(Api api, String conversation)
      throws IOException, InterruptedException {
    int ready = 0;
    int indexed = 0;
    for (JsonNode file : api.get("/api/conversations/" + conversation + "/files").get("files")) {
      JsonNode reading = file.get("reading");
      if (reading.get("state").asText().equals("failed")) {
        throw new IOException(file.toString());
      }
      ready += reading.get("state").asText().equals("ready") ? 1 : 0;
      indexed += reading.get("indexed").asInt();
    }
    return new Progress(ready, indexed);
  }

  private static String conversation(Api api, String title)
      throws IOException, InterruptedException {
    return api.post("/api/conversations", Map.of("title", title)).get("id").asText();
  }

  private static void upload(Api api, String conversation, String name, byte[] content)
      throws IOException, InterruptedException {
    String head =
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/pdf\r\n\r\n";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(head.getBytes(StandardCharsets.US_ASCII));
    body.write(content);
    body.write("\r\n--B--\r\n".getBytes(StandardCharsets.US_ASCII));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(api.address() + "/api/conversations/" + conversation + "/files"))
            .header("Authorization", "Bearer " + api.token())
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    HttpResponse<String> answer = api.client().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(name + " was answered " + answer.statusCode() + " " + answer.body());
    }
  }
}
