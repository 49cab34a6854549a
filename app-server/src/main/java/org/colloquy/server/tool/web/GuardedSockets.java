package org.colloquy.server.tool.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.colloquy.server.core.provider.Origin;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.outbound.GuardedSocket;
import org.colloquy.server.outbound.WayOut;
import org.jspecify.annotations.Nullable;

/// What the HTTP client reaches one server with: addresses and sockets of the way out. Since it
/// connects to these very addresses and asks for nothing else, a name cannot mean one thing when it
/// is checked and another when it is used.
final class GuardedSockets implements DnsResolver, DetachedSocketFactory {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final WayOut wayOut;
  private final Origin origin;
  private volatile @Nullable GuardedSocket last;

  GuardedSockets(WayOut wayOut, Origin origin) {
    this.wayOut = wayOut;
    this.origin = origin;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return addresses().stream()
        .map(address -> new InetSocketAddress(address, origin.port()))
        .toList();
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return addresses().toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  @Override
  public Socket create(@Nullable Proxy proxy) {
    var socket = wayOut.socket(origin);
    last = socket;
    return socket;
  }

  /// Why an exchange broke: what was closed by the guard broke for the guard's reason.
  IOException reason(IOException cause) {
    var socket = last;
    return socket == null
        ? cause
        : socket.refusal().<IOException>map(refused -> refused).orElse(cause);
  }

  private List<InetAddress> addresses() throws UnknownHostException {
    return wayOut.addresses(origin, PATIENCE, new Cancellation());
  }
}
