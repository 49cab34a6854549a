package org.colloquy.desktop.settings;

import java.util.Objects;

/// Which server the window shows.
///
/// @param address of the last other server; empty when there was none
/// @param authority the fingerprint of its certificate authority; empty when the window was not
///   paired with it
/// @param away whether that one is shown, and not the program's own
public record Connection(String address, String authority, boolean away) {
  /// The program's own server, and no other one known.
  public static final Connection HERE = new Connection("", "", false);

  /// Files from before windows could be paired say nothing of an authority.
  public Connection {
    authority = Objects.requireNonNullElse(authority, "");
  }

  public Connection withAway(boolean value) {
    return new Connection(address, authority, value);
  }
}
