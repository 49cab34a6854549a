package org.colloquy.server.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;
import org.colloquy.server.core.provider.Origin;
import org.colloquy.server.core.turn.Cancellation;
import org.jspecify.annotations.Nullable;

/// A socket that connects only where it may, and is closed when nothing may leave this machine any
/// more. It takes no detour through a proxy, which would reach whom it likes.
public final class GuardedSocket extends Socket {
  private final OutboundGuard guard;
  private final Reach reach;
  private final Origin origin;
  private volatile Cancellation.Registration closing = () -> {};
  private volatile @Nullable InetAddress target;
  private volatile boolean refused;

  GuardedSocket(OutboundGuard guard, Reach reach, Origin origin) {
    super(Proxy.NO_PROXY);
    this.guard = guard;
    this.reach = reach;
    this.origin = origin;
  }

  /// @throws RefusedException when this address must not be reached
  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    var address = ((InetSocketAddress) endpoint).getAddress();
    // First said, then checked: who closes the ways out meanwhile sees one or is seen by the other.
    target = address;
    var registered = guard.onClosing(this::refuse);
    closing = registered;
    boolean connected = false;
    try {
      guard.check(origin, address, reach);
      super.connect(endpoint, timeout);
      connected = true;
    } finally {
      if (!connected) {
        registered.close();
      }
    }
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  /// Why it was closed; empty when that was for another reason, or not at all.
  public Optional<RefusedException> refusal() {
    return refused ? Optional.of(RefusedException.nothingLeaves(origin.host())) : Optional.empty();
  }

  private void refuse() {
    var address = target;
    if (address != null && !address.isLoopbackAddress()) {
      refused = true;
      try {
        close();
      } catch (IOException _) {
        // It is of no use any more, whatever it says.
      }
    }
  }

  @Override
  public void close() throws IOException {
    closing.close();
    super.close();
  }
}
