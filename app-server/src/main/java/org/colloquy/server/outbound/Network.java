package org.colloquy.server.outbound;

import java.math.BigInteger;
import java.net.InetAddress;

/// A range of addresses.
///
/// @param prefix how many leading bits its addresses share
record Network(InetAddress start, int prefix) {
  /// The network of this notation, such as `10.0.0.0/8`.
  static Network of(String notation) {
    int slash = notation.indexOf('/');
    return new Network(
        InetAddress.ofLiteral(notation.substring(0, slash)),
        Integer.parseInt(notation.substring(slash + 1)));
  }

  boolean contains(InetAddress address) {
    var mine = start.getAddress();
    var other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    int rest = mine.length * Byte.SIZE - prefix;
    return new BigInteger(1, mine)
        .shiftRight(rest)
        .equals(new BigInteger(1, other).shiftRight(rest));
  }
}
