package org.colloquy.server.security.tls;

import java.net.InetAddress;
import java.util.Set;

/// What a server may be called, as its certificate says.
///
/// @param names without ports
public record ServerNames(Set<String> names, Set<InetAddress> addresses) {
  public ServerNames {
    names = Set.copyOf(names);
    addresses = Set.copyOf(addresses);
  }
}
