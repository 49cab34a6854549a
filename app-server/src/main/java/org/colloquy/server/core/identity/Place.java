package org.colloquy.server.core.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/// Where somebody signs in from, as far as it can be told apart: an IPv4 address, or the 64 bits of
/// an IPv6 address that a household or an institute has to itself.
public record Place(String name) {
  /// How long a place is remembered after the last sign-in from there.
  public static final Duration MEMORY = Duration.ofDays(90);

  private static final int PREFIX_BYTES = 8;

  /// The place of an IP address as text; one place for all texts that are none.
  public static Place of(String address) {
    var end = address.indexOf('%');
    try {
      var known = InetAddress.ofLiteral(end < 0 ? address : address.substring(0, end));
      return new Place(
          known instanceof Inet6Address
              ? HexFormat.of().formatHex(Arrays.copyOf(known.getAddress(), PREFIX_BYTES))
              : known.getHostAddress());
    } catch (IllegalArgumentException _) {
      return new Place("");
    }
  }
}
