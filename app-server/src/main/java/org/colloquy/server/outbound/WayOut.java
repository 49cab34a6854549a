package org.colloquy.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.colloquy.server.core.provider.Origin;
import org.colloquy.server.core.turn.Cancellation;

/// What somebody who opens connections is given: the guard, and how far it lets them go.
public final class WayOut {
  private final OutboundGuard guard;
  private final Reach reach;

  WayOut(OutboundGuard guard, Reach reach) {
    this.guard = guard;
    this.reach = reach;
  }

  /// The addresses at which this server may be reached; connect to these and to no others.
  ///
  /// @param most how long the name service may take
  /// @throws RefusedException when one of its addresses must not be reached
  /// @throws java.util.concurrent.CancellationException when cancelled meanwhile
  public List<InetAddress> addresses(Origin origin, Duration most, Cancellation cancellation)
      throws UnknownHostException {
    return new Question(() -> guard.addresses(origin, reach)).answer(most, cancellation);
  }

  /// Makes sure that a connection to one of those addresses may still be used. Ask once more before
  /// every use: what is allowed may have changed since.
  ///
  /// @throws RefusedException when it must not
  public void check(Origin origin, InetAddress address) throws RefusedException {
    guard.check(origin, address, reach);
  }

  /// A socket for one connection to this server, which closes when nothing may leave this machine
  /// any more. Connect it to one of its [#addresses].
  public GuardedSocket socket(Origin origin) {
    return new GuardedSocket(guard, reach, origin);
  }
}
