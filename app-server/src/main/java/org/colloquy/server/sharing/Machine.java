package org.colloquy.server.sharing;

import java.net.InetAddress;
import java.util.Set;

/// The machine on which this server runs, as others on the network know it.
public interface Machine {
  /// What it is called, such as `lab-pc`.
  String name();

  /// The addresses that it has at the moment, but for those that nobody else reaches: loopback and
  /// link-local ones.
  Set<InetAddress> addresses();
}
