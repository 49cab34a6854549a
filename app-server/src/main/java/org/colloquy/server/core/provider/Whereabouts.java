package org.colloquy.server.core.provider;

/// Tells where servers are.
@FunctionalInterface
public interface Whereabouts {
  /// Where a server is, as far as that can be said now.
  Place of(Origin origin);

  /// Where it may be.
  enum Place {
    /// In the public internet.
    PUBLIC,
    /// On this computer, in its network, or at another address that is not for the public.
    INSIDE,
    /// Nobody can say: its name is not known, or must not be asked for.
    UNKNOWN
  }
}
