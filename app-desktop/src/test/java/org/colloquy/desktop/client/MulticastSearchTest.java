package org.colloquy.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.Test;

/// On the networks that this computer has; without any there is nobody to be found.
class MulticastSearchTest {
  private static List<InetAddress> networks() throws SocketException {
    try (var all = NetworkInterface.networkInterfaces()) {
      return all.filter(MulticastSearchTest::hasMulticast)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .toList();
    }
  }

  private static boolean hasMulticast(NetworkInterface each) {
    try {
      return each.isUp() && each.supportsMulticast() && !each.isLoopback();
    } catch (SocketException _) {
      return false;
    }
  }

  private static void replace(List<FoundServer> before, List<FoundServer> now) {
    before.clear();
    before.addAll(now);
  }

  @Test
  void findsWhoAnnouncesItselfAndForgetsWhoLeaves() throws IOException {
    assumeThat(networks()).isNotEmpty();
    var here = networks().getFirst();
    var found = new CopyOnWriteArrayList<FoundServer>();
    try (var lab = JmDNS.create(here)) {
      lab.registerService(
          ServiceInfo.create(
              "_colloquy._tcp.local.", "The \u202elab", 8443, 0, 0, Map.of("id", "1f")));
      try (var _ = new MulticastSearch().look(now -> replace(found, now))) {
        await().until(() -> !found.isEmpty());
        assertThat(found.getFirst().name()).isEqualTo("The lab");
        assertThat(found.getFirst().address())
            .hasScheme("https")
            .hasHost(here.getHostAddress())
            .hasPort(8443);
        lab.unregisterAllServices();
        await().until(() -> found.isEmpty());
      }
    }
  }
}
