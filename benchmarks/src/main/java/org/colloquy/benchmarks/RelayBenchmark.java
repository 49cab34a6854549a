package org.colloquy.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How fast a model's words come through the server: the same streams are sent straight to a fake
/// provider, through nginx where it is installed, and through the server's faces.
public final class RelayBenchmark {
  private static final String HELP =
      """
      Streams through the server's faces, beside the same streams straight to the provider.

        --streams 1,50,500   how many at the same time, in turn (--all adds 2,000)
        --tokens N           tokens of each stream (default 150; 50 with --quick)
        --delay MS           from one token to the next (default 20)
        --repeat N           measured runs of each (default 5), after one that is not counted
        --warm-up N          runs of 50 streams through each face before everything
                             (default 150; 10 with --quick)
        --only A,B           of straight, nginx, userchat, app; straight always takes part
        --java "OPTIONS"     more options for the server's Java
        --quick              1, 50 and 500 streams, two short runs each
      """;

  private static final StreamPlan WARM_UP = new StreamPlan(100, 2);
  private static final Set<String> DIRECT = Set.of("straight", "nginx");

  private final List<Integer> streams;
  private final StreamPlan plan;
  private final int repeat;
  private final int warmUps;
  private final List<String> only;
  private final String javaOptions;
  private final Map<Integer, Map<String, RelayFigures>> measured = new LinkedHashMap<>();

  private RelayBenchmark(Options options) {
    boolean quick = options.has("--quick");
    List<Integer> usual = options.has("--all") ? List.of(1, 50, 500, 2000) : List.of(1, 50, 500);
    streams = options.numbers("--streams", usual);
    plan =
        new StreamPlan(options.number("--tokens", quick ? 50 : 150), options.number("--delay", 20));
    warmUps = options.number("--warm-up", quick ? 10 : 150);
    repeat = options.number("--repeat", quick ? 2 : 5);
    only = List.of(options.text("--only", "straight,nginx,userchat,app").split(",", -1));
    javaOptions = options.text("--java", "");
  }

  static void main(String[] arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      IO.print(HELP);
      return;
    }
    Set<String> settings =
        Set.of("--streams", "--tokens", "--delay", "--repeat", "--warm-up", "--only", "--java");
    new RelayBenchmark(Options.of(List.of(arguments), Set.of("--quick", "--all"), settings)).run();
  }

  private void run() throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Programs programs = Programs.in(folder.path());
      try (Child provider = programs.provider();
          Child server = programs.server(provider.address() + "/v1", javaOptions)) {
        server.awaitAnswer("/health/ready");
        Optional<Child> nginx = programs.nginx(provider.port());
        try {
          measure(provider, server, nginx);
        } finally {
          nginx.ifPresent(Child::close);
        }
      }
    }
    goals();
  }

  private void measure(Child provider, Child server, Optional<Child> nginx)
      throws IOException, InterruptedException {
    RelayAccounts accounts = RelayAccounts.make(server.address());
    List<RelayTarget> targets = new ArrayList<>();
    targets.add(direct("straight", provider));
    nginx.ifPresentOrElse(
        child -> targets.add(direct("nginx", child)),
        () -> IO.println("nginx is not installed, so it is left out."));
    targets.add(
        new RelayTarget(
            new StreamTarget("userchat", server.port(), ""), server.use(), accounts::userChat));
    targets.add(
        new RelayTarget(
            new StreamTarget("app", server.port(), "\"event\":\"finished\""),
            server.use(),
            accounts::app));
    targets.removeIf(target -> !only.contains(target.target().name()));
    warmUp(targets);
    for (int many : streams) {
      accounts.signIn();
      reset(provider);
      measured.put(many, measure(targets, many));
      print(many);
      IO.println("provider: " + stats(provider) + "\n");
    }
  }

  /// Lets Java compile what the server does often, which happens once and is not the relay's price.
  /// How much of it is still going on while something is measured is told beside the figures.
  private void warmUp(List<RelayTarget> targets) throws IOException, InterruptedException {
    for (RelayTarget target : targets) {
      int runs = DIRECT.contains(target.target().name()) ? 1 : warmUps;
      for (int run = 0; run < runs; run++) {
        target.run(50, WARM_UP);
      }
    }
  }

  /// Every repeat runs every target once, so that noise on the machine falls on all of them.
  private Map<String, RelayFigures> measure(List<RelayTarget> targets, int many)
      throws IOException, InterruptedException {
    Map<String, List<RelayFigures>> runs = new LinkedHashMap<>();
    for (int run = 0; run <= repeat; run++) {
      for (RelayTarget target : targets) {
        RelayFigures figures = target.run(many, plan);
        if (run > 0) {
          runs.computeIfAbsent(target.target().name(), _ -> new ArrayList<>()).add(figures);
        }
      }
    }
    Map<String, RelayFigures> medians = new LinkedHashMap<>();
    runs.forEach((name, figures) -> medians.put(name, RelayFigures.medians(figures)));
    return medians;
  }

  private RelayTarget direct(String name, Child child) {
    String body =
        """
        {"model":"%s","stream":true,"messages":[{"role":"user","content":"%s"}]}\
        """
            .formatted(ProviderWords.MODEL, plan.directive());
    return new RelayTarget(
        new StreamTarget(name, child.port(), "data: [DONE]"),
        child.use(),
        (target, many, _) ->
            Collections.nCopies(many, target.post("/v1/chat/completions", "sk-benchmark", body)));
  }

  private void print(int many) {
    Map<String, RelayFigures> medians = measured.getOrDefault(many, Map.of());
    Table table =
        new Table(
            many + " streams",
            "first ms",
            "99 %",
            "token ms",
            "99 %",
            "tokens/s",
            "of straight",
            "cpu ms/1000",
            "compiling",
            "peak MiB",
            "failed");
    double straight =
        figures(many, "straight").map(RelayFigures::tokensPerSecond).orElse(Double.NaN);
    medians.forEach((name, figures) ->
        table.row(
            name,
            figures.firstToken(),
            figures.firstToken99(),
            figures.delay(),
            figures.delay99(),
            figures.tokensPerSecond(),
            figures.tokensPerSecond() / straight,
            figures.cpuPerThousand(),
            figures.compilingPerThousand(),
            figures.peakMebibytes(),
            figures.failures().isEmpty() ? "0" : figures.failures()));
    IO.print(table.lines());
  }

  private void goals() {
    IO.println("Wanted:");
    for (String face : List.of("userchat", "app")) {
      figures(50, face).ifPresent(figures -> goalsAtFifty(face, figures));
      figures(500, face)
          .ifPresent(figures -> {
            double straight =
                figures(500, "straight").map(RelayFigures::tokensPerSecond).orElse(Double.NaN);
            double part = 100 * figures.tokensPerSecond() / straight;
            IO.println(
                Goal.atLeast(face + ", 500 streams, of straight's tokens/s", part, 98, "%").line());
          });
    }
  }

  private void goalsAtFifty(String face, RelayFigures figures) {
    Optional<RelayFigures> nginx = figures(50, "nginx");
    double firstToken = nginx.map(proxy -> 2 * proxy.firstToken()).orElse(1.8);
    double cpu = nginx.map(proxy -> 2.5 * proxy.cpuPerThousand()).orElse(55.0);
    String name = face + ", 50 streams, ";
    IO.println(Goal.atMost(name + "first token", figures.firstToken(), firstToken, "ms").line());
    IO.println(
        Goal.atMost(name + "cpu of 1,000 tokens", figures.cpuPerThousand(), cpu, "ms").line());
    IO.println(Goal.atMost(name + "peak memory", figures.peakMebibytes(), 250, "MiB").line());
  }

  private Optional<RelayFigures> figures(int many, String name) {
    return Optional.ofNullable(measured.getOrDefault(many, Map.of()).get(name));
  }

  private static void reset(Child provider) throws IOException, InterruptedException {
    ask(
        HttpRequest.newBuilder(URI.create(provider.address() + "/reset"))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  private static String stats(Child provider) throws IOException, InterruptedException {
    return ask(HttpRequest.newBuilder(URI.create(provider.address() + "/stats")));
  }

  private static String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
