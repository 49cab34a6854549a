package org.colloquy.server.http;

/// Something that is alive for as long as somebody is on the other side.
interface Heartbeat {
  /// Keeps it alive, or finds out that it is not. Returns at once.
  ///
  /// @return whether it makes sense to call again
  boolean beat();
}
