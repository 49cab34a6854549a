package org.colloquy.server.sharing;

import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.colloquy.model.Fingerprint;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.sharing.NetworkDoor;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.HttpServer;
import org.colloquy.server.http.HttpSettings;
import org.colloquy.server.http.RequestWatch;
import org.colloquy.server.security.tls.CertificateAuthority;
import org.colloquy.server.security.tls.RenewableKeys;
import org.colloquy.server.security.tls.ServerNames;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The listener for others on the network, beside the one that only this machine reaches. It
/// encrypts with a certificate of its own making, and makes another one before that ends or when
/// the machine's addresses change; what is open then goes on.
public final class NetworkListener implements NetworkDoor {
  /// A new certificate is made so long before the old one ends.
  static final Duration REST = CertificateAuthority.LIFETIME.dividedBy(3);

  private static final Logger LOG = LoggerFactory.getLogger(NetworkListener.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

  private final Path folder;
  private final Options options;
  private final Around around;
  private List<Face> faces = List.of();
  private RequestWatch watch = _ -> {};
  private @Nullable Opened opened;
  private @Nullable Announcement announcement;
  private volatile @Nullable Thread closing;

  /// @param folder where the certificate authority is
  public NetworkListener(Path folder, Options options, Around around) {
    this.folder = folder;
    this.options = options;
    this.around = around;
  }

  /// Where to listen.
  ///
  /// @param host the one address; null for all
  /// @param ports the ports to try, one after the other; 0 for any free one
  /// @param names further names of this server, perhaps with a port
  public record Options(@Nullable InetAddress host, List<Integer> ports, Set<String> names) {
    public Options {
      ports = List.copyOf(ports);
      names = Set.copyOf(names);
    }
  }

  /// What it needs of the world.
  public record Around(
      Machine machine, Announcer announcer, InstantSource clock, SecureRandom random, Ids ids) {}

  /// What is there while it is open.
  private record Opened(
      HttpServer server, CertificateAuthority authority, RenewableKeys keys, Thread lookout) {
    private void close() {
      lookout.interrupt();
      server.close();
    }
  }

  /// Says what those who come in are answered by. Before that, nobody is let in.
  ///
  /// @param watcher is told of every request
  public synchronized void serve(List<Face> all, RequestWatch watcher) {
    faces = List.copyOf(all);
    watch = watcher;
  }

  @Override
  public synchronized void open() {
    if (opened != null || faces.isEmpty()) {
      return;
    }
    awaitClosed();
    var authority = CertificateAuthority.inFolder(folder, around.random(), around.clock());
    var keys = new RenewableKeys(authority.issue(names()));
    var server = listen(keys);
    var lookout = Thread.ofVirtual().name("addresses").start(this::lookOut);
    opened = new Opened(server, authority, keys, lookout);
    LOG.info(
        "others on the network reach this server at {}; its fingerprint is {}",
        addresses(server.port()),
        authority.fingerprint());
  }

  private HttpServer listen(RenewableKeys keys) {
    var address = options.host() == null ? everywhere() : options.host();
    var context = keys.context(around.random());
    var ports = options.ports().iterator();
    while (true) {
      try {
        var settings = HttpSettings.shared(address, ports.next(), () -> called(keys), context);
        return HttpServer.start(settings, faces, around.ids(), watch);
      } catch (UncheckedIOException e) {
        if (!ports.hasNext()) {
          throw new ProblemException(new Problem.Unavailable(taken(address)), e);
        }
      }
    }
  }

  private String taken(InetAddress address) {
    int port = options.ports().getFirst();
    return options.host() == null
        ? "Port %d is taken by another program; choose another one with --share-port."
            .formatted(port)
        : "%s is no address of this machine, or its port %d is taken by another program."
            .formatted(address.getHostAddress(), port);
  }

  private static InetAddress everywhere() {
    return new InetSocketAddress(0).getAddress();
  }

  @Override
  public synchronized void close() {
    hush();
    var was = opened;
    if (was != null) {
      opened = null;
      closing = Thread.ofVirtual().name("closing").start(was::close);
    }
  }

  /// Waits until those who were being answered have gone.
  public void awaitClosed() {
    var goesOn = closing;
    if (goesOn != null) {
      try {
        goesOn.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// As [HttpServer#announceNotReady].
  public synchronized void announceNotReady() {
    if (opened != null) {
      opened.server().announceNotReady();
    }
  }

  /// As [HttpServer#announceClosing].
  public synchronized void announceClosing() {
    if (opened != null) {
      opened.server().announceClosing();
    }
  }

  /// How many connections are open.
  public synchronized int connections() {
    return opened == null ? 0 : opened.server().connections();
  }

  @Override
  public synchronized Optional<Place> place() {
    if (opened == null) {
      return Optional.empty();
    }
    int port = opened.server().port();
    return Optional.of(new Place(port, addresses(port)));
  }

  @Override
  public synchronized Optional<Fingerprint> fingerprint() {
    return opened == null
        ? CertificateAuthority.find(folder, around.random(), around.clock())
            .map(CertificateAuthority::fingerprint)
        : Optional.of(opened.authority().fingerprint());
  }

  @Override
  public synchronized void announce(Announcement what) {
    if (opened != null && !what.equals(announcement)) {
      announcement = what;
      around.announcer().tell(what, opened.server().port(), reachable());
    }
  }

  @Override
  public synchronized void hush() {
    if (announcement != null) {
      announcement = null;
      around.announcer().hush();
    }
  }

  @Override
  public String machine() {
    return around.machine().name();
  }

  /// Looks at the clock and at the machine's addresses, and makes another certificate if it is time
  /// for one.
  synchronized void lookAgain() {
    var now = opened;
    if (now == null) {
      return;
    }
    var newest = now.keys().newest();
    var names = names();
    boolean moved = !newest.names().equals(names);
    if (moved || !around.clock().instant().isBefore(newest.end().minus(REST))) {
      now.keys().renew(now.authority().issue(names));
      LOG.info("a new certificate for {}", addresses(now.server().port()));
    }
    var told = announcement;
    if (moved && told != null) {
      around.announcer().tell(told, now.server().port(), reachable());
    }
  }

  private void lookOut() {
    try {
      while (true) {
        Thread.sleep(looked() ? LOOK_EVERY : AFTER_FAILURE);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private boolean looked() {
    try {
      lookAgain();
      return true;
    } catch (RuntimeException e) {
      LOG.error("no certificate could be made for what this machine is called now", e);
      return false;
    }
  }

  private Set<InetAddress> reachable() {
    var host = options.host();
    return host == null || host.isAnyLocalAddress() ? around.machine().addresses() : Set.of(host);
  }

  /// The shorter ones, which people type, first.
  private List<String> addresses(int port) {
    return reachable().stream()
        .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
        .map(address -> "https://%s:%d".formatted(AddressText.of(address), port))
        .toList();
  }

  private ServerNames names() {
    var addresses = new HashSet<>(reachable());
    addresses.add(InetAddress.ofLiteral("127.0.0.1"));
    addresses.add(InetAddress.ofLiteral("::1"));
    var names = new HashSet<String>();
    names.add("localhost");
    var machine = around.machine().name().toLowerCase(Locale.ROOT);
    if (machine.matches(NAME)) {
      names.add(machine);
      names.add(machine + ".local");
    }
    options.names().forEach(name -> names.add(name.replaceFirst(":.*", "")));
    return new ServerNames(names, addresses);
  }

  /// The names that requests may call this server by.
  private Set<String> called(RenewableKeys keys) {
    var known = keys.newest().names();
    var names = new HashSet<>(known.names());
    options.names().forEach(name -> names.remove(name.replaceFirst(":.*", "")));
    names.addAll(options.names());
    known.addresses().forEach(address -> names.add(AddressText.of(address)));
    return names;
  }
}
