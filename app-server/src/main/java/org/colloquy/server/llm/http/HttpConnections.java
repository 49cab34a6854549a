package org.colloquy.server.llm.http;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.core.provider.Origin;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.outbound.RefusedException;
import org.colloquy.server.outbound.WayOut;

/// Asks providers over HTTP/1.1, one blocking socket for each exchange; connections are kept for a
/// while and used again. Redirects are not followed: a key must not travel to where nobody sent it.
public final class HttpConnections implements AutoCloseable {
  private final TimeLimits limits;
  private final WayOut wayOut;
  private final Dialler dialler;
  private final IdleConnections idle = new IdleConnections();
  private final Watch watch = new Watch(idle);

  public HttpConnections(TimeLimits limits, WayOut wayOut) {
    this(limits, wayOut, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /// Connections that trust whom `secure` trusts; it is asked when a secure one is needed first,
  /// since loading the system's certificates takes a while.
  public HttpConnections(TimeLimits limits, WayOut wayOut, Supplier<SSLSocketFactory> secure) {
    this.limits = limits;
    this.wayOut = wayOut;
    this.dialler = new Dialler(limits, wayOut, secure);
  }

  /// Sends a request and waits for the head of the answer. Cancelling closes the connection.
  ///
  /// @throws CancellationException when cancelled
  public HttpAnswer ask(HttpCall call, Cancellation cancellation) throws WireFailure {
    var origin =
        Origin.of(call.target())
            .orElseThrow(
                () -> new WireFailure(UpstreamFault.UNREACHABLE, "not an address of a server"));
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
      wayOut.check(kept.origin(), kept.address());
      return Optional.of(exchange.send(call, limits));
    } catch (RefusedException _) {
      exchange.abandon();
      return Optional.empty(); // dialling will say why
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
