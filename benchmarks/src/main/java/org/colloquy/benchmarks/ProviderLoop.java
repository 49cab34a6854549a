package org.colloquy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One thread of the fake provider: a selector for its connections and a heap of the times at which
/// they have something to say.
final class ProviderLoop implements Runnable {
  private record Call(long at, ProviderConnection connection) {}

  private final Selector selector;
  private final ProviderCounts counts;
  private final Queue<SocketChannel> arriving = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Call> calls = new PriorityQueue<>(Comparator.comparingLong(Call::at));
  private final ByteBuffer shared = ByteBuffer.allocateDirect(256 * 1024);

  ProviderLoop(ProviderCounts counts) throws IOException {
    this.selector = Selector.open();
    this.counts = counts;
  }

  ProviderCounts counts() {
    return counts;
  }

  /// Takes over a connection that was just accepted, from any thread.
  void take(SocketChannel channel) {
    arriving.add(channel);
    selector.wakeup();
  }

  /// Calls a connection at a time; to be used on this loop's own thread.
  void callAt(long nanos, ProviderConnection connection) {
    calls.add(new Call(nanos, connection));
  }

  @Override
  public void run() {
    try {
      while (selector.isOpen()) {
        await();
        register();
        call();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Waits for sockets or for the next time to say something. A selector counts in milliseconds:
  /// rounded up, a token may be up to one late, which its stamp does not hide and which costs no
  /// spinning.
  private void await() throws IOException {
    Call next = calls.peek();
    long nanos = next == null ? 0 : next.at() - System.nanoTime();
    if (next != null && nanos <= 0) {
      selector.selectNow(this::ready);
    } else {
      selector.select(this::ready, (nanos + 999_999) / 1_000_000);
    }
  }

  private void ready(SelectionKey key) {
    if (key.attachment() instanceof ProviderConnection connection) {
      connection.ready(shared);
    }
  }

  private void register() throws IOException {
    for (SocketChannel channel = arriving.poll(); channel != null; channel = arriving.poll()) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      key.attach(new ProviderConnection(channel, key, this));
    }
  }

  private void call() {
    long now = System.nanoTime();
    for (Call next = calls.peek(); next != null && next.at() <= now; next = calls.peek()) {
      calls.remove();
      ProviderConnection connection = next.connection();
      connection.sayWhatIsDue();
      try {
        connection.flush();
      } catch (IOException gone) {
        connection.close();
      }
    }
  }
}
