package org.colloquy.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.spi.ServerConnection;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// One connection too many: hears what is asked, answers that it cannot be answered now, and ends.
final class RefusedConnection implements ServerConnection {
  private static final byte[] ANSWER =
      """
      HTTP/1.1 503 Service Unavailable\r
      Retry-After: 10\r
      Connection: close\r
      Content-Type: application/json\r
      Content-Length: 32\r
      \r
      {"error":"too many connections"}\
      """
          .getBytes(StandardCharsets.US_ASCII);

  /// How long the request is waited for. Whoever hangs up without reading it makes the other side
  /// lose the answer as well.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ConnectionContext context;
  private final AtomicInteger refused;

  /// @param refused how many there are of this kind
  RefusedConnection(ConnectionContext context, AtomicInteger refused) {
    this.context = context;
    this.refused = refused;
  }

  @Override
  public void handle(Limit limit) {
    try {
      if (refused.incrementAndGet() <= OpenConnections.REFUSED_AT_ONCE) {
        var end = Thread.ofVirtual().name("refusal").start(this::hangUpSoon);
        context.dataReader().ensureAvailable();
        context.dataWriter().writeNow(BufferData.create(ANSWER));
        end.interrupt();
      }
    } catch (DataReader.InsufficientDataAvailableException
        | ServerConnectionException
        | UncheckedIOException _) {
      // Gone, or too slow.
    } finally {
      refused.decrementAndGet();
    }
  }

  private void hangUpSoon() {
    try {
      Thread.sleep(PATIENCE);
      context.serverSocket().close();
    } catch (InterruptedException | UncheckedIOException _) {
      // Answered, or gone.
    }
  }

  @Override
  public Duration idleTime() {
    return Duration.ZERO;
  }

  @Override
  public void close(boolean interrupt) {
    context.serverSocket().close();
  }
}
