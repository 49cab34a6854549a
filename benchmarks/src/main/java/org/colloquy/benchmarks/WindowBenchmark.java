package org.colloquy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the window fares with a very long conversation: opening, scrolling, an answer that streams,
/// memory after many openings, and what it takes while nobody does anything.
public final class WindowBenchmark {
  private static final String HELP =
      """
      A conversation of many messages in the window, drawn by software without a display.

        --messages N   how many (default 10000; 1000 with --quick), of some 4,000 characters in
                       every second one
        --repeat N     how often (default 3; 1 with --quick)
        --quick        fewer
      """;

  private static final String NO_PROVIDER = "http://127.0.0.1:9/v1";
  private static final int CONVERSATIONS = 20;
  private static final int PARTS = 8;

  private final LongHistory history;
  private final int repeat;

  private record Day(
      double open,
      double still,
      double scroll,
      double again,
      double stream,
      double heap,
      double idle) {}

  private WindowBenchmark(Options options) {
    boolean quick = options.has("--quick");
    history =
        new LongHistory(CONVERSATIONS, options.number("--messages", quick ? 1_000 : 10_000), PARTS);
    repeat = options.number("--repeat", quick ? 1 : 3);
  }

  static void main(String[] arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      IO.print(HELP);
      return;
    }
    new WindowBenchmark(
            Options.of(List.of(arguments), Set.of("--quick"), Set.of("--messages", "--repeat")))
        .run();
  }

  private void run() throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Programs programs = Programs.in(folder.path());
      try (Child server = programs.server(NO_PROVIDER, "").awaitAnswer("/health/ready");
          HttpClient client = HttpClient.newHttpClient()) {
        LongHistory.register(server.address());
        Api open = new Api(client, server.address(), "");
        choose(programs, open.signedIn(LongHistory.signIn(open)).fakeModel());
      }
      history.write(programs.data());
      Table table =
          new Table(
              "", "open ms", "still ms", "scroll ms", "again ms", "stream ms", "heap %", "idle %");
      Day[] days = new Day[repeat];
      try (Child provider = programs.provider()) {
        for (int run = 0; run < repeat; run++) {
          days[run] = day(programs, provider);
          row(table, "run " + (run + 1), days[run]);
        }
      }
      IO.print(table.lines());
      goals(days);
    }
  }

  /// Lets the window ask the fake provider's model.
  private static void choose(Programs programs, String model) {
    try {
      Files.writeString(
          programs.data().resolve("desktop.json"), "{\"lastModel\":\"" + model + "\"}");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private Day day(Programs programs, Child provider) {
    Map<String, String> settings =
        Map.of("OPENAI_BASE_URL", provider.address() + "/v1", "OPENAI_API_KEY", "sk-benchmark");
    String title = LongHistory.title(history.messages());
    try (ProbedWindow window = ProbedWindow.start(programs, WindowDay.class, title, settings)) {
      double idle = window.await("idle");
      double first = window.await("first");
      return new Day(
          (window.await("opened") - window.await("listed")) / 1e6,
          window.await("still") / 1e6,
          window.await("scroll") / 1e6,
          window.await("again") / 1e6,
          window.await("stream") / 1e6,
          100 * (window.await("last") - first) / first,
          100 * idle / WindowDay.IDLE.toNanos());
    }
  }

  private static void row(Table table, String name, Day day) {
    table.row(name, day.open, day.still, day.scroll, day.again, day.stream, day.heap, day.idle);
  }

  private static void goals(Day[] days) {
    List<Day> all = List.of(days);
    goal("opened at its end", all.stream().mapToDouble(Day::open).toArray(), 300, "ms");
    goal(
        "frame while scrolling, 95 %, the first ten seconds",
        all.stream().mapToDouble(Day::scroll).toArray(), 16.7, "ms");
    goal(
        "frame while scrolling, 95 %, the next ten",
        all.stream().mapToDouble(Day::again).toArray(), 16.7, "ms");
    goal("frame while streaming, 95 %", all.stream().mapToDouble(Day::stream).toArray(), 33, "ms");
    goal("heap after ten openings", all.stream().mapToDouble(Day::heap).toArray(), 5, "% more");
    goal("processor while idle", all.stream().mapToDouble(Day::idle).toArray(), 0.5, "%");
  }

  private static void goal(String what, double[] figures, double limit, String unit) {
    IO.println(Goal.atMost(what, Samples.median(figures), limit, unit).line());
  }
}
