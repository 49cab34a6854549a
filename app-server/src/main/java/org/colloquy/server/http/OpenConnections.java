package org.colloquy.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The connections that are open: how many there may be and of whom, and which of them are too
/// slow.
///
/// Helidon counts them too, but asks everybody to wait when there are too many, knows no addresses,
/// and begins to wait anew with every byte.
final class OpenConnections implements ServerConnectionSelector, AutoCloseable {
  /// How many are told at the same time that there are too many; more are hung up on.
  static final int REFUSED_AT_ONCE = 64;

  /// The part of the address that one network of IPv6 has in common.
  private static final int NETWORK_BYTES = 8;

  private final ServerConnectionSelector http;
  private final ConnectionLimits limits;
  private final RareWarnings warnings;
  private final Set<PacedConnection> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
  private final AtomicInteger all = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Thread watch;

  /// @param http what speaks HTTP on connections that may be open
  OpenConnections(ServerConnectionSelector http, ConnectionLimits limits, RareWarnings warnings) {
    this.http = http;
    this.limits = limits;
    this.warnings = warnings;
    var pause = limits.shortest().dividedBy(10);
    watch = Thread.ofVirtual().name("connections").start(() -> watch(pause));
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    var peer = address(context.remotePeer());
    if (!admit(peer)) {
      warnings.warn("connections were refused, because there were too many");
      return new RefusedConnection(context, refused);
    }
    var pace = new Pace(limits);
    var paced = new PacedContext(context, pace);
    var connection =
        new PacedConnection(context, http.connection(paced), pace, gone -> dismiss(gone, peer));
    open.add(connection);
    return connection;
  }

  private boolean admit(Address peer) {
    if (all.incrementAndGet() <= limits.most()) {
      int most = peer.here() ? limits.fromHere() : limits.fromOneAddress();
      if (byAddress.merge(peer.name(), 1, Integer::sum) <= most) {
        return true;
      }
      leave(peer);
    }
    all.decrementAndGet();
    return false;
  }

  private void dismiss(PacedConnection connection, Address peer) {
    open.remove(connection);
    leave(peer);
    all.decrementAndGet();
  }

  private void leave(Address peer) {
    byAddress.computeIfPresent(peer.name(), (_, count) -> count == 1 ? null : count - 1);
  }

  private void watch(Duration pause) {
    try {
      while (true) {
        Thread.sleep(pause);
        long now = System.nanoTime();
        for (var connection : open) {
          connection.slow(now).ifPresent(slow -> hangUp(connection, slow));
        }
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void hangUp(PacedConnection connection, Pace.Slow slow) {
    open.remove(connection);
    connection.hangUp();
    if (slow != Pace.Slow.REQUEST) {
      warnings.warn("connections were closed that " + slow.what());
    }
  }

  /// How many there are.
  int count() {
    return all.get();
  }

  @Override
  public void close() {
    watch.interrupt();
  }

  @Override
  public int bytesToIdentifyConnection() {
    return http.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return http.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http.supportedApplicationProtocols();
  }

  private static Address address(PeerInfo peer) {
    if (!(peer.address() instanceof InetSocketAddress known) || known.getAddress() == null) {
      return new Address("", true); // a socket of this machine that has no address
    }
    return new Address(name(known.getAddress()), known.getAddress().isLoopbackAddress());
  }

  /// Somebody with IPv6 has as many addresses as they like in their own network.
  private static String name(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
        : address.getHostAddress();
  }

  /// Where a connection comes from.
  ///
  /// @param here whether that is this machine
  private record Address(String name, boolean here) {}
}
