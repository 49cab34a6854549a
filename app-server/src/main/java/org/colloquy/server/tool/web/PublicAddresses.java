package org.colloquy.server.tool.web;

import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Allows web servers of the public internet and nothing else: a page or a redirect must not lead
/// to this computer, its network, or the services that a cloud offers to its machines.
public final class PublicAddresses implements AddressRule {
  private static final Set<Integer> PORTS = Set.of(80, 443);
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
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20");

  /// All that is handed out of IPv6.
  private static final Network GLOBAL = Network.of("2000::/3");

  /// Addresses under which networks without IPv4 reach it (RFC 6052).
  private static final Network NAT64 = Network.of("64:ff9b::/96");

  @Override
  public boolean allows(InetAddress address, int port) {
    return PORTS.contains(port) && isPublic(address) && !isOurs(address);
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

  /// Whether it is in one of the networks that this computer is in: there may be no wall between it
  /// and its neighbours, even where their addresses are public.
  private static boolean isOurs(InetAddress address) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(device -> device.getInterfaceAddresses().stream())
          .filter(own -> own.getNetworkPrefixLength() > 0)
          .anyMatch(
              own -> new Network(own.getAddress(), own.getNetworkPrefixLength()).contains(address));
    } catch (SocketException e) {
      throw new UncheckedIOException("the network's devices cannot be listed", e);
    }
  }

  private static List<Network> networks(String... notations) {
    return Stream.of(notations).map(Network::of).toList();
  }
}
