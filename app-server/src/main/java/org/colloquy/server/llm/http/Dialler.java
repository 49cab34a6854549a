package org.colloquy.server.llm.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.core.turn.Cancellation;

/// Makes new connections.
final class Dialler {
  private final TimeLimits limits;
  private final Supplier<SSLSocketFactory> secure;

  Dialler(TimeLimits limits, Supplier<SSLSocketFactory> secure) {
    this.limits = limits;
    this.secure = secure;
  }

  /// Connects the lease's connection.
  void dial(Lease lease, Cancellation cancellation) throws WireFailure {
    lease.allow(limits.connect());
    var connection = lease.connection();
    try {
      reach(lease, resolved(connection.origin(), cancellation));
    } catch (IOException e) {
      throw lease.failure(e, UpstreamFault.UNREACHABLE);
    }
    if (connection.origin().secure()) {
      try {
        connection.secure(secure.get());
      } catch (IOException e) {
        throw lease.failure(e, UpstreamFault.TLS);
      }
    }
  }

  /// Tries one address after the other: `localhost` has two, and many servers listen on one.
  private void reach(Lease lease, List<InetAddress> addresses) throws IOException {
    IOException last = new UnknownHostException(lease.connection().origin().host());
    for (var address : addresses) {
      try {
        var target = new InetSocketAddress(address, lease.connection().origin().port());
        lease.connection().connect(target, limits.connect());
        return;
      } catch (IOException e) {
        lease.check();
        last = e;
      }
    }
    throw last;
  }

  /// Asks the name service on a thread of its own, because nothing else can end that.
  private List<InetAddress> resolved(Origin origin, Cancellation cancellation) throws IOException {
    var question = new FutureTask<>(() -> List.of(InetAddress.getAllByName(origin.host())));
    try (var _ = cancellation.onCancel(() -> question.cancel(false))) {
      Thread.ofVirtual().name("resolve").start(question);
      return question.get(limits.connect().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      var unknown = new UnknownHostException(origin.host());
      unknown.initCause(e.getCause());
      throw unknown;
    } catch (TimeoutException _) {
      throw new WireFailure(UpstreamFault.TIMEOUT, "the name service does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
