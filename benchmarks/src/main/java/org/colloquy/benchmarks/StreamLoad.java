package org.colloquy.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Many streams at once from one event loop: every request is sent, then everything is read as it
/// arrives.
final class StreamLoad {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private static final int ADDRESSES = 4;

  private final StreamTarget target;
  private final StreamPlan plan;
  private final ByteBuffer shared = ByteBuffer.allocateDirect(256 * 1024);

  StreamLoad(StreamTarget target, StreamPlan plan) {
    this.target = target;
    this.plan = plan;
  }

  /// Runs one stream for each request, all starting at the same time.
  LoadFigures run(List<byte[]> requests) throws IOException {
    LoadFigures figures = new LoadFigures();
    List<StreamClient> clients = new ArrayList<>();
    for (int stream = 0; stream < requests.size(); stream++) {
      clients.add(new StreamClient(target, address(stream), plan, figures));
    }
    try (Selector selector = Selector.open()) {
      figures.begin();
      for (int stream = 0; stream < requests.size(); stream++) {
        clients.get(stream).start(selector, requests.get(stream));
      }
      read(selector, figures, requests.size());
    }
    clients.forEach(StreamClient::giveUp);
    return figures;
  }

  /// Nobody is given all the connections that a server has, so the readers are of several
  /// addresses.
  private static InetAddress address(int stream) throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (1 + stream % ADDRESSES)});
  }

  private void read(Selector selector, LoadFigures figures, int streams) throws IOException {
    long until = System.nanoTime() + plan.nanos() + PATIENCE;
    while (figures.ended() < streams && System.nanoTime() < until) {
      selector.select(this::ready, 1000);
    }
  }

  private void ready(SelectionKey key) {
    if (key.attachment() instanceof StreamClient client) {
      client.ready(key, shared);
    }
  }
}
