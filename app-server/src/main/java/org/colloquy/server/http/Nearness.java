package org.colloquy.server.http;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.util.List;

/// Tells whether a request comes from this machine, and from nowhere else through another server
/// here.
final class Nearness {
  /// What servers add to requests that they pass on.
  private static final List<HeaderName> PASSED_ON =
      List.of(
          HeaderNames.FORWARDED,
          HeaderNames.X_FORWARDED_FOR,
          HeaderNames.X_FORWARDED_HOST,
          HeaderNames.X_FORWARDED_PORT,
          HeaderNames.X_FORWARDED_PREFIX,
          HeaderNames.X_FORWARDED_PROTO,
          HeaderNames.create("X-Forwarded-Server"),
          HeaderNames.create("X-Real-IP"),
          HeaderNames.create("Via"));

  private Nearness() {}

  /// A listener with TLS is there for others, also when this machine asks.
  static boolean isNear(ServerRequest request) {
    var headers = request.headers();
    return !request.isSecure()
        && isLoopback(request.localPeer())
        && isLoopback(request.remotePeer())
        && headers.first(HeaderNames.HOST).filter(Gate::isLoopback).isPresent()
        && PASSED_ON.stream().noneMatch(headers::contains);
  }

  private static boolean isLoopback(PeerInfo peer) {
    return peer.address() instanceof InetSocketAddress address
        && address.getAddress() != null
        && address.getAddress().isLoopbackAddress();
  }
}
