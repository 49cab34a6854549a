package org.colloquy.server.outbound;

import java.net.InetAddress;
import java.util.Set;
import java.util.function.Predicate;
import org.colloquy.server.core.provider.Origin;

/// How far one kind of request may go.
public interface Reach {
  /// Whether the addresses of this server may be asked for.
  boolean covers(Origin origin);

  /// Whether a connection to this server may be made at this address.
  boolean covers(Origin origin, InetAddress address);

  /// What strangers name: web servers of the public internet and nothing else. A page or a redirect
  /// must not lead to this computer, its network, or the services that a cloud offers to its
  /// machines.
  record PublicWeb(PublicAddresses open) implements Reach {
    private static final Set<Integer> PORTS = Set.of(80, 443);

    @Override
    public boolean covers(Origin origin) {
      return PORTS.contains(origin.port()) && PrivateNames.isNone(origin.host());
    }

    @Override
    public boolean covers(Origin origin, InetAddress address) {
      return covers(origin) && open.contains(address);
    }
  }

  /// What people add: public servers, and those that the owner allowed.
  record Providers(PublicAddresses open, Predicate<Origin> allowed) implements Reach {
    @Override
    public boolean covers(Origin origin) {
      return PrivateNames.isNone(origin.host()) || allowed.test(origin);
    }

    @Override
    public boolean covers(Origin origin, InetAddress address) {
      return (PrivateNames.isNone(origin.host()) && open.contains(address)) || allowed.test(origin);
    }
  }

  /// What the owner named in the settings: wherever it is.
  record Named() implements Reach {
    @Override
    public boolean covers(Origin origin) {
      return true;
    }

    @Override
    public boolean covers(Origin origin, InetAddress address) {
      return true;
    }
  }
}
