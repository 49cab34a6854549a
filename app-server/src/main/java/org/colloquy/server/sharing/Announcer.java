package org.colloquy.server.sharing;

import java.net.InetAddress;
import java.util.Collection;
import org.colloquy.server.core.sharing.NetworkDoor.Announcement;

/// Tells the network that this server is there.
public interface Announcer extends AutoCloseable {
  /// Tells this instead of whatever was told before, at these addresses. Returns before all of it
  /// is done; what goes wrong is logged.
  void tell(Announcement announcement, int port, Collection<InetAddress> addresses);

  /// Tells nothing more.
  void hush();

  /// Tells nothing more, and waits until the network knows.
  @Override
  void close();
}
