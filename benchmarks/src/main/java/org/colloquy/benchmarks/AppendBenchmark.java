package org.colloquy.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/// How fast messages are appended so that a power cut does not take them: through the store of the
/// product, and by raw JDBC on the same database settings.
public final class AppendBenchmark {
  private static final String HELP =
      """
      Durable message append, through the store and by raw JDBC.

        --callers N   how many append at the same time (default 512)
        --seconds S   how long each run takes (default 8)
        --repeat N    runs of each (default 5)
        --quick       2 runs of 3 seconds
      """;

  /// Opens something to append with, in a folder of its own.
  private interface Opening {
    Appender open(TemporaryFolder folder, int conversations) throws Exception;
  }

  private record Kind(String name, Opening opening, Figures figures) {}

  private record Figures(List<Double> median, List<Double> worst, List<Double> rate) {
    Figures() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private final int callers;
  private final double seconds;
  private final int repeat;

  private AppendBenchmark(Options options) {
    boolean quick = options.has("--quick");
    callers = options.number("--callers", 512);
    seconds = options.number("--seconds", quick ? 3 : 8);
    repeat = options.number("--repeat", quick ? 2 : 5);
  }

  static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      IO.print(HELP);
      return;
    }
    new AppendBenchmark(
            Options.of(
                List.of(arguments),
                Set.of("--quick"),
                Set.of("--callers", "--seconds", "--repeat")))
        .run();
  }

  private void run() throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    Kind raw =
        new Kind("raw JDBC", (folder, many) -> new RawAppender(folder.path(), many), new Figures());
    Kind store =
        new Kind("store", (folder, many) -> new StoreAppender(folder.path(), many), new Figures());
    for (int run = 0; run < repeat; run++) {
      measure(raw);
      measure(store);
    }
    Table table = new Table("", "1 caller: median ms", "p99 ms", callers + " callers: messages/s");
    List.of(raw, store)
        .forEach(kind ->
            table.row(
                kind.name(),
                median(kind.figures().median()),
                median(kind.figures().worst()),
                median(kind.figures().rate())));
    IO.print(table.lines());
    IO.println(
        Goal.atLeast(
                "durable append, many callers",
                median(store.figures().rate()),
                20_000,
                "messages/s")
            .line());
    IO.println(
        Goal.atMost(
                "one caller's acknowledgement, median", median(store.figures().median()), 5, "ms")
            .line());
  }

  private static double median(List<Double> figures) {
    return Samples.median(figures.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void measure(Kind kind) throws Exception {
    try (TemporaryFolder folder = TemporaryFolder.make();
        Appender appender = kind.opening().open(folder, callers)) {
      appendFor(appender, 1, seconds / 4);
      Samples single = appendFor(appender, 1, seconds / 4);
      appendFor(appender, callers, seconds / 4);
      Samples many = appendFor(appender, callers, seconds);
      kind.figures().median().add(single.millis(0.5));
      kind.figures().worst().add(single.millis(0.99));
      kind.figures().rate().add(many.count() / seconds);
    }
  }

  /// Lets callers append one message after the other; returns how long each waited, in nanoseconds.
  private static Samples appendFor(Appender appender, int callers, double seconds)
      throws InterruptedException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    List<Samples> waits = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      int conversation = caller;
      Samples own = new Samples();
      waits.add(own);
      threads.add(Thread.startVirtualThread(() -> appendUntil(end, appender, conversation, own)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Samples all = new Samples();
    waits.forEach(all::addAll);
    return all;
  }

  private static void appendUntil(long end, Appender appender, int conversation, Samples waits) {
    try {
      for (long now = System.nanoTime(); now < end; ) {
        appender.append(conversation);
        long then = System.nanoTime();
        waits.add(then - now);
        now = then;
      }
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
