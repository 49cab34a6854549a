package org.colloquy.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.colloquy.server.core.privacy.Exits;
import org.colloquy.server.core.provider.Origin;
import org.colloquy.server.core.provider.Whereabouts;
import org.colloquy.server.core.turn.Cancellation;

/// Stands between this program and everything else: whoever opens a connection asks here first, and
/// connects to the very addresses it is told. A name can so not mean one thing when it is checked
/// and another when it is used.
public final class OutboundGuard implements Exits, Whereabouts {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final List<InetAddress> HERE =
      List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));

  private final NameService names;
  private final PublicAddresses publicAddresses;
  private final Set<Runnable> cuts = ConcurrentHashMap.newKeySet();
  private volatile boolean staysHere;

  public OutboundGuard(NameService names, PublicAddresses publicAddresses) {
    this.names = names;
    this.publicAddresses = publicAddresses;
  }

  /// A way out that leads this far.
  public WayOut to(Reach reach) {
    return new WayOut(this, reach);
  }

  /// As far as strangers may send us.
  public Reach publicWeb() {
    return new Reach.PublicWeb(publicAddresses);
  }

  /// As far as people may ask providers.
  ///
  /// @param allowed those that need not be public
  public Reach providers(Predicate<Origin> allowed) {
    return new Reach.Providers(publicAddresses, allowed);
  }

  @Override
  public boolean closed() {
    return staysHere;
  }

  @Override
  public void close() {
    staysHere = true;
    cuts.forEach(Runnable::run);
  }

  @Override
  public void open() {
    staysHere = false;
  }

  @Override
  public Place of(Origin origin) {
    if (!PrivateNames.isNone(origin.host())) {
      return Place.INSIDE;
    }
    try {
      var addresses =
          new Question(() -> addresses(origin, new Reach.Named()))
              .answer(PATIENCE, new Cancellation());
      return addresses.stream().allMatch(publicAddresses::contains) ? Place.PUBLIC : Place.INSIDE;
    } catch (UnknownHostException _) {
      return Place.UNKNOWN;
    }
  }

  /// All addresses of a server, if each of them may be reached.
  List<InetAddress> addresses(Origin origin, Reach reach) throws UnknownHostException {
    if (!reach.covers(origin)) {
      throw RefusedException.notAllowed(origin.host());
    }
    var addresses = lookedUp(origin);
    for (var address : addresses) {
      check(origin, address, reach);
    }
    return addresses;
  }

  void check(Origin origin, InetAddress address, Reach reach) throws RefusedException {
    if (staysHere && !address.isLoopbackAddress()) {
      throw RefusedException.nothingLeaves(origin.host());
    }
    if (!reach.covers(origin, address)) {
      throw RefusedException.notAllowed(origin.host());
    }
  }

  /// Runs `cut` when from now on nothing may leave this machine.
  Cancellation.Registration onClosing(Runnable cut) {
    cuts.add(cut);
    return () -> cuts.remove(cut);
  }

  /// The name service is asked only when something may leave this machine: a question to it leaves.
  private List<InetAddress> lookedUp(Origin origin) throws UnknownHostException {
    var known = withoutAsking(origin.host());
    if (known.isPresent()) {
      return known.get();
    }
    if (staysHere) {
      throw RefusedException.nothingLeaves(origin.host());
    }
    return names.addresses(origin.host());
  }

  private static Optional<List<InetAddress>> withoutAsking(String host) {
    if (PrivateNames.isLocalhost(host)) {
      return Optional.of(HERE);
    }
    try {
      return Optional.of(List.of(InetAddress.ofLiteral(host)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
