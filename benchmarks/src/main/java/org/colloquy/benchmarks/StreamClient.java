package org.colloquy.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One reader of one stream: sends a request, and notes when each token arrives.
final class StreamClient implements HttpReader.Listener {
  private final SocketChannel channel;
  private final LoadFigures figures;
  private final HttpReader reader = new HttpReader(this);
  private final StampReader stamps = new StampReader(this::stamp);
  private final TextFinder end;
  private final int expected;
  private ByteBuffer request = ByteBuffer.allocate(0);
  private long asked;
  private long now;
  private int status;
  private int tokens;
  private boolean over;

  /// Connects, which is not part of what is measured.
  ///
  /// @param from one of this machine's own addresses
  StreamClient(StreamTarget target, InetAddress from, StreamPlan plan, LoadFigures figures)
      throws IOException {
    this.channel = SocketChannel.open();
    channel.bind(new InetSocketAddress(from, 0));
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()));
    this.figures = figures;
    this.end = new TextFinder(target.end());
    this.expected = plan.tokens();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  /// Asks.
  void start(Selector selector, byte[] bytes) throws IOException {
    request = ByteBuffer.wrap(bytes);
    asked = System.nanoTime();
    channel.write(request);
    int writing = request.hasRemaining() ? SelectionKey.OP_WRITE : 0;
    channel.register(selector, SelectionKey.OP_READ | writing, this);
  }

  /// The channel is ready for something.
  void ready(SelectionKey key, ByteBuffer shared) {
    try {
      if (key.isWritable()) {
        channel.write(request);
        key.interestOps(
            SelectionKey.OP_READ | (request.hasRemaining() ? SelectionKey.OP_WRITE : 0));
      }
      shared.clear();
      int count = channel.read(shared);
      now = System.nanoTime();
      if (count < 0 && !over) {
        reader.closed();
        fail("connection closed");
      } else if (count > 0) {
        reader.read(shared.flip());
      }
    } catch (IOException | IllegalArgumentException broken) {
      fail(broken.toString());
    }
  }

  @Override
  public void head(HttpHead head) {
    status = head.status();
  }

  @Override
  public void body(ByteBuffer piece) {
    if (tokens < expected) {
      stamps.read(piece);
    }
    end.read(piece);
  }

  /// A saved answer may repeat all the tokens once more: those that were expected are counted.
  private void stamp(long written) {
    if (tokens == expected) {
      return;
    }
    if (tokens++ == 0) {
      figures.firstToken(now - asked);
    }
    figures.token(written, now);
  }

  @Override
  public void end() {
    if (status != 200) {
      fail("status " + status);
    } else if (tokens != expected) {
      fail("tokens missing");
    } else if (!end.found()) {
      fail("no end mark");
    } else if (!over) {
      over = true;
      figures.complete();
      close();
    }
  }

  /// Nothing more will be waited for.
  void giveUp() {
    fail("timeout");
  }

  private void fail(String how) {
    if (!over) {
      over = true;
      figures.failed(how);
      close();
    }
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      over = true;
    }
  }
}
