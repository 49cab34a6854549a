package org.colloquy.server.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides which requests get in, before anything else looks at them: a page in somebody's browser
/// must not reach this server by another name for it, nor from another origin.
final class Gate {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
  private static final Header WEBSOCKET = HeaderValues.create(HeaderNames.UPGRADE, "websocket");
  private static final String HANDSHAKE = "handshake";

  private final Scheme scheme;
  private final Supplier<Set<String>> names;
  private final Set<String> origins;

  /// @param names of this server at this moment beside the loopback ones, in small letters; with a
  ///   port where another than the listener's is meant
  /// @param origins of other servers whose pages may call this one, such as `http://localhost:3000`
  Gate(Scheme scheme, Supplier<Set<String>> names, Set<String> origins) {
    this.scheme = scheme;
    this.names = names;
    this.origins =
        origins.stream()
            .map(origin -> origin.toLowerCase(Locale.ROOT).replaceAll("/+$", ""))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Decides about one request.
  Verdict judge(Visitor visitor) {
    if (!isOurs(visitor.host(), visitor.port())) {
      return new Refused(421, "this server does not go by that name");
    }
    var origin = visitor.origin();
    boolean welcome = origin != null && origins.contains(origin.toLowerCase(Locale.ROOT));
    var shared = welcome ? origin : null;
    if (visitor.preflight()) {
      return new Preflight(shared);
    }
    boolean foreign =
        !welcome && (isForeign(origin, visitor.port()) || isOtherSite(visitor.site()));
    if (foreign && !SAFE.contains(visitor.method())) {
      return new Refused(403, "this origin may not do that");
    }
    return new Admitted(shared, foreign);
  }

  /// A browser calls it the same site when only the port differs, and says no origin when a page
  /// asks for a picture: another program's page on this computer is a stranger all the same.
  private static boolean isOtherSite(@Nullable String site) {
    return "cross-site".equals(site) || "same-site".equals(site);
  }

  private boolean isForeign(@Nullable String origin, int port) {
    if (origin == null) {
      return false;
    }
    var text = origin.toLowerCase(Locale.ROOT);
    for (var each : Scheme.values()) {
      if (text.startsWith(each.prefix)) {
        var place = Place.of(text.substring(each.prefix.length()), each);
        return !(each == scheme && isOurs(place, port)) && !names.get().contains(place.text());
      }
    }
    return true;
  }

  /// Without a port, a browser means the one that is usual: here, or where TLS ends in front of
  /// this server.
  private boolean isOurs(@Nullable String host, int port) {
    if (host == null) {
      return false;
    }
    if (isOurs(Place.of(host, scheme), port)) {
      return true;
    }
    var known = names.get();
    return Stream.of(Scheme.values()).anyMatch(each -> known.contains(Place.of(host, each).text()));
  }

  private boolean isOurs(Place place, int port) {
    boolean known = LOOPBACK.contains(place.name()) || names.get().contains(place.name());
    return known && place.port().equals(Integer.toString(port));
  }

  /// Whether the `Host` of a request is a name that every computer has for itself.
  static boolean isLoopback(String host) {
    return LOOPBACK.contains(Place.of(host, Scheme.HTTP).name());
  }

  private static String plain(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /// What a listener speaks.
  enum Scheme {
    HTTP("http://", "80"),
    HTTPS("https://", "443");

    private final String prefix;
    private final String usualPort;

    Scheme(String prefix, String usualPort) {
      this.prefix = prefix;
      this.usualPort = usualPort;
    }
  }

  /// A host and a port, as they stand in a `Host` or an `Origin`.
  private record Place(String name, String port) {
    private static Place of(String host, Scheme scheme) {
      int colon =
          host.startsWith("[") ? host.indexOf(':', host.indexOf(']') + 1) : host.indexOf(':');
      return colon < 0
          ? new Place(plain(host), scheme.usualPort)
          : new Place(plain(host.substring(0, colon)), host.substring(colon + 1));
    }

    private String text() {
      return name + ":" + port;
    }
  }

  /// What a request tells about where it comes from and where it wants to go.
  ///
  /// @param method what it is judged by: a handshake is no harmless look, whatever its method
  /// @param port the one it arrived at
  /// @param site the browser's `Sec-Fetch-Site`
  record Visitor(
      String method,
      @Nullable String host,
      int port,
      @Nullable String origin,
      @Nullable String site,
      boolean preflight) {
    static Visitor of(String method, Headers headers, int port) {
      var origin = headers.first(HeaderNames.ORIGIN).orElse(null);
      boolean preflight =
          method.equals("OPTIONS")
              && origin != null
              && headers.contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
      return new Visitor(
          headers.containsToken(WEBSOCKET) ? HANDSHAKE : method,
          headers.first(HeaderNames.HOST).orElse(null),
          port,
          origin,
          headers.first(FETCH_SITE).orElse(null),
          preflight);
    }
  }

  /// What became of a request at the gate.
  sealed interface Verdict {}

  /// It gets in.
  ///
  /// @param sharedWith the origin whose page may read the answer; null for none
  /// @param foreign whether a page of somebody else's site sent it
  record Admitted(@Nullable String sharedWith, boolean foreign) implements Verdict {}

  /// A browser asks whether a page may send a request.
  ///
  /// @param sharedWith the origin that may; null when it may not
  record Preflight(@Nullable String sharedWith) implements Verdict {}

  /// It does not get in.
  record Refused(int status, String why) implements Verdict {}
}
