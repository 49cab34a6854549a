package org.colloquy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// How long it takes from launch until the server answers and until the window can be used, and
/// what memory that takes, beside an empty Java.
public final class StartupBenchmark {
  private static final String HELP =
      """
      Launch to ready, launch to window, and memory, beside a Java that does nothing.

        --repeat N   measured starts (default 9; 3 with --quick), after two that are not counted
        --quick      fewer
      """;

  /// Nobody listens there; no benchmark asks a provider on the internet.
  private static final String NO_PROVIDER = "http://127.0.0.1:9/v1";

  private record Start(double seconds, double mebibytes) {}

  private final int repeat;

  private StartupBenchmark(Options options) {
    repeat = options.number("--repeat", options.has("--quick") ? 3 : 9);
  }

  static void main(String[] arguments) throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      IO.print(HELP);
      return;
    }
    new StartupBenchmark(Options.of(List.of(arguments), Set.of("--quick"), Set.of("--repeat")))
        .run();
  }

  private void run() throws InterruptedException {
    List<Start> empty = new ArrayList<>();
    List<Start> fresh = new ArrayList<>();
    List<Start> again = new ArrayList<>();
    List<Start> window = new ArrayList<>();
    try (TemporaryFolder kept = TemporaryFolder.make()) {
      for (int run = -2; run < repeat; run++) {
        Start java = emptyJava(kept.path());
        Start first = firstStart();
        Start next = server(Programs.in(kept.path()));
        Start shown = window(Programs.in(kept.path()));
        if (run >= 0) {
          empty.add(java);
          fresh.add(first);
          again.add(next);
          window.add(shown);
        }
      }
    }
    Table table = new Table(repeat + " starts", "median s", "fastest s", "slowest s", "MiB then");
    row(table, "empty Java", empty);
    row(table, "server, new data folder", fresh);
    row(table, "server, folder that is there", again);
    row(table, "window, folder that is there", window);
    IO.print(table.lines());
    IO.println(Goal.atMost("launch to ready", seconds(again), 1.5, "s").line());
    IO.println(Goal.atMost("launch to window", seconds(window), 3, "s").line());
  }

  private static void row(Table table, String name, List<Start> starts) {
    double[] seconds = starts.stream().mapToDouble(Start::seconds).sorted().toArray();
    double[] mebibytes = starts.stream().mapToDouble(Start::mebibytes).toArray();
    table.row(
        name,
        Samples.median(seconds),
        seconds[0],
        seconds[seconds.length - 1],
        Samples.median(mebibytes));
  }

  private static double seconds(List<Start> starts) {
    return Samples.median(starts.stream().mapToDouble(Start::seconds).toArray());
  }

  private static Start firstStart() throws InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      return server(Programs.in(folder.path()));
    }
  }

  /// From the launcher's start to the first 200 of `/health/ready`.
  private static Start server(Programs programs) throws InterruptedException {
    long begun = System.nanoTime();
    try (Child server = programs.server(NO_PROVIDER, "")) {
      server.awaitAnswer("/health/ready");
      return new Start(since(begun), server.use().residentMebibytes());
    }
  }

  /// From the start of the process to the second frame with somewhere to type; its memory when the
  /// server in it is ready, too.
  private static Start window(Programs programs) throws InterruptedException {
    try (ProbedWindow window = ProbedWindow.start(programs, WindowProbe.class, "", Map.of())) {
      double seconds = (window.await("shown") - window.begun()) / 1e9;
      window.child().awaitAnswer("/health/ready");
      return new Start(seconds, window.child().use().residentMebibytes());
    }
  }

  private static Start emptyJava(Path folder) throws InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = List.of(java, "-Xshare:auto", "-XX:+UseSerialGC", "-version");
    long begun = System.nanoTime();
    try (Child child = Child.start(command, Map.of(), 0, folder.resolve("java.log"))) {
      if (!child.process().waitFor(1, TimeUnit.MINUTES) || child.process().exitValue() != 0) {
        throw new UncheckedIOException(new IOException("An empty Java does not end"));
      }
      return new Start(since(begun), Double.NaN);
    }
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
