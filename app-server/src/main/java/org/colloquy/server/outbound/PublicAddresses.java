package org.colloquy.server.outbound;

import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The addresses of the public internet, and none of this computer, its network, or the services
/// that a cloud offers to its machines.
public final class PublicAddresses {
  private static final int NAT64_PREFIX_BYTES = 12;

  /// What the IANA's registry of special purposes does not call reachable from everywhere, and the
  /// addresses at which clouds offer services to their own machines.
  private static final List<Network> NOT_PUBLIC =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "168.63.129.16/32",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "::/96",
          "::ffff:0:0:0/96",
          "64:ff9b:1::/48",
          "100::/64",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20",
          "5f00::/16",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  /// All that is handed out of IPv6. Addresses of IPv4 inside IPv6 (`::ffff:0:0/96`) never come
  /// this far: Java takes them for what they are.
  private static final Network GLOBAL = Network.of("2000::/3");

  /// Addresses under which networks without IPv4 reach it (RFC 6052).
  private static final Network NAT64 = Network.of("64:ff9b::/96");

  /// Whether this is one of them.
  public boolean contains(InetAddress address) {
    return isPublic(address) && !isOurs(address);
  }

  private static boolean isPublic(InetAddress address) {
    if (NAT64.contains(address)) {
      return isPublic(behindNat64(address));
    }
    boolean global = address instanceof Inet4Address || GLOBAL.contains(address);
    return global && NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
  }

  private static InetAddress behindNat64(InetAddress address) {
    var bytes = address.getAddress();
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, NAT64_PREFIX_BYTES, bytes.length));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /// Whether it is this computer's own, or in one of the networks that this computer is in: there
  /// may be no wall between it and its neighbours, even where their addresses are public.
  private static boolean isOurs(InetAddress address) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(device -> device.getInterfaceAddresses().stream())
          .anyMatch(own -> own.getAddress().equals(address) || isBeside(own, address));
    } catch (SocketException e) {
      throw new UncheckedIOException("the network's devices cannot be listed", e);
    }
  }

  private static boolean isBeside(InterfaceAddress own, InetAddress address) {
    int prefix = own.getNetworkPrefixLength();
    return prefix > 0 && new Network(own.getAddress(), prefix).contains(address);
  }

  private static List<Network> networks(String... notations) {
    return Stream.of(notations).map(Network::of).toList();
  }
}
