package org.colloquy.server.sharing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/// How addresses stand in URLs.
final class AddressText {
  private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

  private AddressText() {}

  /// An address of IPv6 in brackets, in the short form of RFC 5952.
  static String of(InetAddress address) {
    var text = address.getHostAddress();
    return address instanceof Inet6Address
        ? "[" + shortened(text.replaceFirst("%.*", "")) + "]"
        : text;
  }

  private static String shortened(String text) {
    var longest =
        ZEROS
            .matcher(text)
            .results()
            .reduce((one, other) -> other.group().length() > one.group().length() ? other : one);
    return longest
        .map(zeros -> text.substring(0, zeros.start()) + "::" + text.substring(zeros.end()))
        .orElse(text);
  }
}
