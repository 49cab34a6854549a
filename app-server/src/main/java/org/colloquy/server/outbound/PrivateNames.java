package org.colloquy.server.outbound;

import java.util.List;
import java.util.Locale;

/// Names that mean something inside a network only, whatever a name service says about them.
final class PrivateNames {
  private static final List<String> ENDINGS =
      List.of(".localhost", ".local", ".internal", ".lan", ".home.arpa", ".localdomain");

  private PrivateNames() {}

  /// Whether this is none of them. `metadata.google.internal` is one.
  static boolean isNone(String host) {
    var name = "." + plain(host);
    return ENDINGS.stream().noneMatch(name::endsWith);
  }

  /// Whether it is this computer, by a name that needs no looking up (RFC 6761).
  static boolean isLocalhost(String host) {
    return ("." + plain(host)).endsWith(".localhost");
  }

  /// In small letters and without the dot that ends a whole name.
  private static String plain(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
  }
}
