package org.colloquy.server.sharing;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.colloquy.server.CountingIds;
import org.colloquy.server.SettableClock;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.sharing.NetworkDoor.Announcement;
import org.colloquy.server.sharing.NetworkListener.Around;
import org.colloquy.server.sharing.NetworkListener.Options;

/// A machine whose addresses the test chooses, in a network that hears what is announced and hands
/// nothing on. Its listener listens on this computer only.
public final class ScriptedMachine implements Machine, Announcer {
  private volatile Set<InetAddress> addresses = Set.of(InetAddress.ofLiteral("192.168.1.5"));
  private volatile List<String> heard = List.of();

  /// A listener on any free port.
  public NetworkListener listener(Path folder, SettableClock clock) {
    return listener(folder, clock, InetAddress.getLoopbackAddress(), Set.of());
  }

  NetworkListener listener(Path folder, SettableClock clock, InetAddress host, Set<String> names) {
    return new NetworkListener(
        folder, new Options(host, List.of(0), names), around(clock, new CountingIds()));
  }

  Around around(SettableClock clock, Ids ids) {
    return new Around(this, this, clock, new SecureRandom(), ids);
  }

  void move(String... literals) {
    var moved = new LinkedHashSet<InetAddress>();
    for (var literal : literals) {
      moved.add(InetAddress.ofLiteral(literal));
    }
    addresses = moved;
  }

  /// What the network hears at the moment: names.
  public List<String> heard() {
    return heard;
  }

  @Override
  public String name() {
    return "Lab-PC";
  }

  @Override
  public Set<InetAddress> addresses() {
    return addresses;
  }

  @Override
  public void tell(Announcement announcement, int port, Collection<InetAddress> from) {
    heard = List.of(announcement.name());
  }

  @Override
  public void hush() {
    heard = List.of();
  }

  @Override
  public void close() {
    hush();
  }
}
