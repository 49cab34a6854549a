package org.colloquy.server.llm.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.core.provider.Origin;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.outbound.SilentNamesException;
import org.colloquy.server.outbound.WayOut;

/// Makes new connections, to the addresses that the guard names.
final class Dialler {
  private final TimeLimits limits;
  private final WayOut wayOut;
  private final Supplier<SSLSocketFactory> secure;

  Dialler(TimeLimits limits, WayOut wayOut, Supplier<SSLSocketFactory> secure) {
    this.limits = limits;
    this.wayOut = wayOut;
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
        var socket = wayOut.socket(lease.connection().origin());
        lease.connection().connect(socket, target, limits.connect());
        return;
      } catch (IOException e) {
        lease.check();
        last = e;
      }
    }
    throw last;
  }

  private List<InetAddress> resolved(Origin origin, Cancellation cancellation) throws IOException {
    try {
      return wayOut.addresses(origin, limits.connect(), cancellation);
    } catch (SilentNamesException e) {
      throw new WireFailure(UpstreamFault.TIMEOUT, e);
    }
  }
}
