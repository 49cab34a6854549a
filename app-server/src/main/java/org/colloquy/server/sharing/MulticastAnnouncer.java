package org.colloquy.server.sharing;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.colloquy.server.core.sharing.NetworkDoor.Announcement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Announces by multicast DNS: a random word, the port, and the name that the server is shown by.
public final class MulticastAnnouncer implements Announcer {
  /// What windows look for.
  public static final String SERVICE = "_colloquy._tcp.local.";

  private static final Logger LOG = LoggerFactory.getLogger(MulticastAnnouncer.class);
  private static final int LONGEST_WAIT_SECONDS = 5;

  private final ExecutorService oneAtATime =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("announcer").factory());
  private final List<JmDNS> speakers = new ArrayList<>();

  @Override
  public void tell(Announcement announcement, int port, Collection<InetAddress> addresses) {
    var spoken = List.copyOf(addresses);
    oneAtATime.execute(() -> {
      fallSilent();
      speakers(spoken).forEach(address -> speak(announcement, port, address));
    });
  }

  @Override
  public void hush() {
    oneAtATime.execute(this::fallSilent);
  }

  @Override
  public void close() {
    if (oneAtATime.isShutdown()) {
      return;
    }
    hush();
    oneAtATime.shutdown();
    try {
      if (!oneAtATime.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        LOG.info("the network was not told that this server ends");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Everybody hears what is said from addresses of IPv4, where there are any.
  private static List<InetAddress> speakers(List<InetAddress> addresses) {
    var four = addresses.stream().filter(Inet4Address.class::isInstance).toList();
    return four.isEmpty() ? addresses : four;
  }

  private void speak(Announcement announcement, int port, InetAddress address) {
    try {
      var speaker = JmDNS.create(address, "colloquy-" + announcement.id());
      speakers.add(speaker);
      speaker.registerService(
          ServiceInfo.create(
              SERVICE, announcement.name(), port, 0, 0, Map.of("id", announcement.id())));
    } catch (IOException | RuntimeException e) {
      LOG.warn("this server is not announced from {}: {}", address.getHostAddress(), e.toString());
    }
  }

  private void fallSilent() {
    for (var speaker : speakers) {
      try {
        speaker.close();
      } catch (IOException | RuntimeException e) {
        LOG.debug("the announcement ended in an unusual way", e);
      }
    }
    speakers.clear();
  }
}
