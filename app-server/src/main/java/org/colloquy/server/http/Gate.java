package org.colloquy.server.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides which requests get in, before anything else looks at them: a page in somebody's browser
/// must not reach this server by another name for it, nor from another origin.
final class Gate {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int HTTP_PORT = 80;
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
  private static final Header WEBSOCKET = HeaderValues.create(HeaderNames.UPGRADE, "websocket");
  private static final String HANDSHAKE = "handshake";

  private final Set<String> names;
  private final Set<String> origins;

  /// @param names of this server beside the loopback ones, without port
  /// @param origins of other servers whose pages may call this one, such as `http://localhost:3000`
  Gate(Set<String> names, Set<String> origins) {
    this.names = names.stream().map(Gate::plain).collect(Collectors.toUnmodifiableSet());
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
    return !text.startsWith("http://") || !isOurs(text.substring("http://".length()), port);
  }

  private boolean isOurs(@Nullable String host, int port) {
    if (host == null) {
      return false;
    }
    int colon = host.startsWith("[") ? host.indexOf(':', host.indexOf(']') + 1) : host.indexOf(':');
    var name = plain(colon < 0 ? host : host.substring(0, colon));
    boolean known = LOOPBACK.contains(name) || names.contains(name);
    boolean here =
        colon < 0 ? port == HTTP_PORT : host.substring(colon + 1).equals(Integer.toString(port));
    return known && here;
  }

  private static String plain(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
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
