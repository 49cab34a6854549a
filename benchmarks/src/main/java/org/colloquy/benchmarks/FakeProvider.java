package org.colloquy.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A provider of OpenAI chat completions with exact timing, for the benchmarks: it says as many
/// tokens in as long a time as the directive in a request tells it, and writes the time into each.
public final class FakeProvider {
  static final String HELP =
      """
      A provider of OpenAI chat completions that says tokens at exact times.

        --port N      where it listens (default 9100)
        --threads N   event loops (default 1)

      POST /v1/chat/completions   [[tokens=100 delay=20]] anywhere in the messages says how many
                                  tokens and how many milliseconds from one to the next
      GET  /v1/models             one model
      GET  /stats, POST /reset    open connections, tokens, how late they were sent
      """;

  private FakeProvider() {}

  static void main(String[] arguments) throws IOException {
    if (List.of(arguments).contains("--help")) {
      IO.print(HELP);
      return;
    }
    Options options = Options.of(List.of(arguments), Set.of(), Set.of("--port", "--threads"));
    int port = options.number("--port", 9100);
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4096);
      IO.println("ready " + listener.socket().getLocalPort());
      serve(listener, options.number("--threads", 1));
    }
  }

  private static void serve(ServerSocketChannel listener, int threads) throws IOException {
    ProviderCounts counts = new ProviderCounts();
    List<ProviderLoop> loops = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      ProviderLoop loop = new ProviderLoop(counts);
      loops.add(loop);
      Thread.ofPlatform().daemon().name("provider " + thread).start(loop);
    }
    for (int turn = 0; ; turn++) {
      loops.get(turn % threads).take(listener.accept());
    }
  }
}
