package org.colloquy.desktop.client;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the network by multicast DNS which Colloquy servers are there. Nothing is announced.
public final class MulticastSearch implements ServerSearch {
  private static final Logger LOG = LoggerFactory.getLogger(MulticastSearch.class);
  private static final String SERVICE = "_colloquy._tcp.local.";
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 63;

  @Override
  public Looking look(Consumer<List<FoundServer>> taker) {
    var listener = new Listener(taker);
    var askers = new ArrayList<JmDNS>();
    for (var address : addresses()) {
      try {
        var asker = JmDNS.create(address);
        askers.add(asker);
        asker.addServiceListener(SERVICE, listener);
      } catch (IOException e) {
        LOG.info("servers are not looked for from {}: {}", address, e.toString());
      }
    }
    return () -> askers.forEach(MulticastSearch::close);
  }

  private static void close(JmDNS asker) {
    try {
      asker.close();
    } catch (IOException e) {
      LOG.debug("the search ended in an unusual way", e);
    }
  }

  private static List<InetAddress> addresses() {
    try (var all = NetworkInterface.networkInterfaces()) {
      return all.filter(MulticastSearch::isNetwork)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .toList();
    } catch (SocketException e) {
      LOG.info("servers are not looked for: {}", e.toString());
      return List.of();
    }
  }

  private static boolean isNetwork(NetworkInterface each) {
    try {
      return each.isUp() && each.supportsMulticast() && !each.isLoopback();
    } catch (SocketException _) {
      return false;
    }
  }

  /// Keeps those that are there, by the names under which they were announced.
  private static final class Listener implements ServiceListener {
    private final Map<String, FoundServer> there = new ConcurrentHashMap<>();
    private final Consumer<List<FoundServer>> taker;

    private Listener(Consumer<List<FoundServer>> taker) {
      this.taker = taker;
    }

    @Override
    public void serviceAdded(ServiceEvent event) {
      event.getDNS().requestServiceInfo(event.getType(), event.getName());
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
      var info = event.getInfo();
      Stream.of(info.getInet4Addresses())
          .findFirst()
          .filter(_ -> there.size() < MOST)
          .map(address -> URI.create("https://" + address.getHostAddress() + ":" + info.getPort()))
          .ifPresent(address -> {
            there.put(event.getName(), new FoundServer(shown(event.getName()), address));
            tell();
          });
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
      there.remove(event.getName());
      tell();
    }

    private void tell() {
      taker.accept(
          there.values().stream().sorted(Comparator.comparing(FoundServer::name)).toList());
    }

    /// Without signs that nobody sees, which could make it look like another name.
    private static String shown(String name) {
      var plain = name.replaceAll("\\p{C}", "");
      return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }
  }
}
