package org.colloquy.server.tool.web;

import java.net.InetAddress;

/// Decides with whom a connection may be made.
@FunctionalInterface
public interface AddressRule {
  /// For what the owner of this Colloquy named.
  AddressRule ANY = (_, _) -> true;

  /// Whether a connection to this port of this address may be made.
  boolean allows(InetAddress address, int port);
}
