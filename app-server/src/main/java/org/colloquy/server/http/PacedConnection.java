package org.colloquy.server.http;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// One open HTTP connection. What Helidon calls the permit for a request tells when a request
/// begins and ends.
final class PacedConnection implements ServerConnection, InterruptableTask<Void> {
  private final ConnectionContext context;
  private final ServerConnection http;
  private final Pace pace;
  private final Consumer<PacedConnection> ended;

  /// @param http what speaks HTTP, with the same pace
  /// @param ended is told when the connection has ended
  PacedConnection(
      ConnectionContext context,
      ServerConnection http,
      Pace pace,
      Consumer<PacedConnection> ended) {
    this.context = context;
    this.http = http;
    this.pace = pace;
    this.ended = ended;
  }

  @Override
  public void handle(Limit limit) throws InterruptedException {
    try {
      http.handle(new WatchedRequests(limit, pace));
    } finally {
      ended.accept(this);
    }
  }

  @Override
  public Duration idleTime() {
    return http.idleTime();
  }

  @Override
  public void close(boolean interrupt) {
    http.close(interrupt);
  }

  @Override
  public boolean canInterrupt() {
    return http instanceof InterruptableTask<?> task && task.canInterrupt();
  }

  /// What the client is too slow with by now; empty while it is not.
  Optional<Pace.Slow> slow(long now) {
    return pace.slow(now);
  }

  /// Hangs up. Whoever reads or writes there hears of it by an exception.
  void hangUp() {
    Thread.ofVirtual().name("hang-up").start(() -> context.serverSocket().close());
  }
}
