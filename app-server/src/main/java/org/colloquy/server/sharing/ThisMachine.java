package org.colloquy.server.sharing;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the operating system says about this machine.
public final class ThisMachine implements Machine {
  /// When the system has no name that could be one.
  private static final String NAMELESS = "this computer";

  private volatile @Nullable String found;

  @Override
  public String name() {
    var known = found;
    if (known == null) {
      var name = systemName().replaceFirst("\\..*", "");
      known = name.isEmpty() || name.equals("localhost") ? NAMELESS : name;
      found = known;
    }
    return known;
  }

  /// A machine that cannot look itself up says its name when it complains about that.
  private static String systemName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      var message = e.getMessage();
      return message == null ? "" : message.replaceFirst(":.*", "");
    }
  }

  @Override
  public Set<InetAddress> addresses() {
    try {
      var found = new LinkedHashSet<InetAddress>();
      for (var card : NetworkInterface.networkInterfaces().toList()) {
        if (isUsed(card)) {
          card.inetAddresses().filter(ThisMachine::isReachable).forEach(found::add);
        }
      }
      return found;
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUsed(NetworkInterface card) {
    try {
      return card.isUp() && !card.isLoopback();
    } catch (SocketException _) {
      return false; // it has gone meanwhile
    }
  }

  private static boolean isReachable(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isMulticastAddress()
        && !address.isAnyLocalAddress();
  }
}
