package org.colloquy.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Tells the addresses of a host.
@FunctionalInterface
public interface NameService {
  /// The one that this computer uses.
  NameService SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  List<InetAddress> addresses(String host) throws UnknownHostException;
}
