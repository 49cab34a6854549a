package org.colloquy.server.llm.http;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.core.turn.Cancellation;

/// Asks providers over HTTP/1.1, one blocking socket for each exchange; connections are kept for a
/// while and used again. Redirects are not followed: a key must not travel to where nobody sent it.
public final class HttpConnections implements AutoCloseable {
  private final TimeLimits limits;
  private final Dialler dialler;
  private final IdleConnections idle = new IdleConnections();
  private final Watch watch = new Watch(idle);

  public HttpConnections(TimeLimits limits) {
    this(limits, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /// Connections that trust whom `secure` trusts; it is asked when a secure one is needed first,
  /// since loading the system's certificates takes a while.
  public HttpConnections(TimeLimits limits, Supplier<SSLSocketFactory> secure) {
    this.limits = limits;
    this.dialler = new Dialler(limits, secure);
  }

  /// Sends a request and waits for the head of the answer. Cancelling closes the connection.
  ///
  /// @throws CancellationException when cancelled
  public HttpAnswer ask(HttpCall call, Cancellation cancellation) throws WireFailure {
    var origin = Origin.of(call.target());
    var kept = idle.take(origin);
    if (kept.isPresent()) {
      var answer = onKept(kept.get(), call, cancellation);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    var exchange = new Exchange(new Connection(origin), cancellation, watch, idle);
    try {
      dialler.dial(exchange.lease(), cancellation);
      return exchange.send(call, limits);
    } catch (WireFailure | RuntimeException e) {
      exchange.abandon();
      throw e;
    }
  }

  /// Empty when the connection turned out to be dead: then nobody heard the request, and it can be
  /// sent again.
  private Optional<HttpAnswer> onKept(Connection kept, HttpCall call, Cancellation cancellation)
      throws WireFailure {
    var exchange = new Exchange(kept, cancellation, watch, idle);
    try {
      return Optional.of(exchange.send(call, limits));
    } catch (WireFailure e) {
      exchange.abandon();
      if (exchange.heard() || e.fault() == UpstreamFault.TIMEOUT) {
        throw e;
      }
      return Optional.empty();
    } catch (CancellationException e) {
      exchange.abandon();
      throw e;
    }
  }

  /// How many connections are open without being used.
  public int kept() {
    return idle.count();
  }

  /// Closes all connections; exchanges that are running fail.
  @Override
  public void close() {
    watch.running().forEach(Lease::cancel);
    idle.closeAll();
  }
}
