package org.colloquy.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.model.Conversation;

/// How long the list of 1,000 conversations and a conversation of 5,000 messages take to arrive,
/// beside the same bytes from memory, and how the window fares with them.
public final class ListBenchmark {
  private static final String HELP =
      """
      The list of many conversations and one long conversation, as the server answers them, beside
      the same bytes from a server that has them in memory; then both in the window.

        --conversations N   how many (default 1000)
        --messages N        how many the long one has (default 5000)
        --requests N        measured requests of each (default 200; 50 with --quick)
        --repeat N          how often the window is opened (default 4; 2 with --quick); 600 frames each
        --quick             fewer
      """;

  private static final String NO_PROVIDER = "http://127.0.0.1:9/v1";

  private record Question(String name, String path) {}

  private record Measured(Samples product, Samples still) {}

  private final LongHistory history;
  private final int requests;
  private final int repeat;

  private ListBenchmark(Options options) {
    history =
        new LongHistory(
            options.number("--conversations", 1000), options.number("--messages", 5000));
    repeat = options.number("--repeat", options.has("--quick") ? 2 : 4);
    requests = options.number("--requests", options.has("--quick") ? 50 : 200);
  }

  static void main(String[] arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      IO.print(HELP);
      return;
    }
    Set<String> settings = Set.of("--conversations", "--messages", "--requests", "--repeat");
    new ListBenchmark(Options.of(List.of(arguments), Set.of("--quick"), settings)).run();
  }

  private void run() throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Programs programs = Programs.in(folder.path());
      try (Child server = programs.server(NO_PROVIDER, "").awaitAnswer("/health/ready")) {
        LongHistory.register(server.address());
      }
      Conversation longOne = history.write(programs.data());
      try (Child server = programs.server(NO_PROVIDER, "").awaitAnswer("/health/ready");
          HttpClient client = HttpClient.newHttpClient()) {
        Api api = new Api(client, server.address(), "");
        measure(api.signedIn(LongHistory.signIn(api)), questions(longOne));
        IO.println(
            "server's memory afterwards: %.0f MiB\n".formatted(server.use().residentMebibytes()));
      }
      look(programs, longOne.title());
    }
  }

  private void look(Programs programs, String title) {
    Table table =
        new Table(
            "window",
            "shown s",
            "list there s",
            "conversation open ms",
            "frame ms",
            "95 %",
            "worst");
    for (int run = 0; run < repeat; run++) {
      try (ProbedWindow window = ProbedWindow.start(programs, WindowProbe.class, title, Map.of())) {
        double worst = window.await("slowest") / 1e6;
        long listed = window.await("listed");
        table.row(
            "run " + (run + 1),
            (window.await("shown") - window.begun()) / 1e9,
            (listed - window.begun()) / 1e9,
            (window.await("opened") - listed) / 1e6,
            window.await("median") / 1e6,
            window.await("slow") / 1e6,
            worst);
      }
    }
    IO.print(table.lines());
  }

  private List<Question> questions(Conversation longOne) {
    String list = "list of " + history.conversations() + ", ";
    String conversation = "conversation of " + history.messages() + ", ";
    return List.of(
        new Question(list + "userchat", "/chat/getConversations/"),
        new Question(list + "app", "/api/conversations"),
        new Question(
            conversation + "userchat",
            "/chat/getConversation/?conversation_id=" + longOne.number()),
        new Question(conversation + "app", "/api/conversations/" + longOne.id() + "/messages"),
        new Question(
            "its last 100, app", "/api/conversations/" + longOne.id() + "/messages?limit=100"));
  }

  private void measure(Api api, List<Question> questions) throws IOException, InterruptedException {
    Table table = new Table("", "KiB", "median ms", "p99 ms", "from memory: median ms", "p99 ms");
    for (Question question : questions) {
      byte[] answer = fetch(api, question.path());
      try (StaticServer still = StaticServer.of(Map.of("/", answer))) {
        Measured measured = measure(api, new Api(api.client(), still.address(), ""), question);
        table.row(
            question.name(),
            answer.length / 1024.0,
            measured.product().millis(0.5),
            measured.product().millis(0.99),
            measured.still().millis(0.5),
            measured.still().millis(0.99));
      }
    }
    IO.print(table.lines());
  }

  /// As many requests again before, so that both servers have seen them.
  private Measured measure(Api product, Api still, Question question)
      throws IOException, InterruptedException {
    Measured measured = new Measured(new Samples(), new Samples());
    for (int run = -requests; run < requests; run++) {
      long begun = System.nanoTime();
      fetch(product, question.path());
      long between = System.nanoTime();
      fetch(still, "/");
      long ended = System.nanoTime();
      if (run >= 0) {
        measured.product().add(between - begun);
        measured.still().add(ended - between);
      }
    }
    return measured;
  }

  private static byte[] fetch(Api api, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api.address() + path))
            .header("Authorization", "Bearer " + api.token())
            .build();
    HttpResponse<byte[]> answer =
        api.client().send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(request.uri() + " answered " + answer.statusCode());
    }
    return answer.body();
  }
}
