package org.colloquy.server.config;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How others on the network reach this server.
///
/// @param wanted whether it is shared whatever was chosen in the window
/// @param port where it listens for others; 0 for any free one
/// @param host the one address to listen on; null for all that this machine has
/// @param names further names that it goes by, in small letters, perhaps with a port
public record SharingConfig(
    Wanted wanted, int port, @Nullable InetAddress host, Set<String> names) {
  /// The port when nobody says another one.
  public static final int DEFAULT_PORT = 8443;

  /// The defaults.
  public static final SharingConfig USUAL =
      new SharingConfig(Wanted.AS_CHOSEN, DEFAULT_PORT, null, Set.of());

  /// Who decides whether it is shared.
  public enum Wanted {
    /// It is, as long as this runs.
    YES,
    /// What an owner chose last.
    AS_CHOSEN
  }

  public SharingConfig {
    names = Set.copyOf(names);
  }
}
