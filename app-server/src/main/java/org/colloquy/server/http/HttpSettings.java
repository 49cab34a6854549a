package org.colloquy.server.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Where the server listens and whom it lets in.
///
/// @param port 0 for any free one
/// @param names by which the server may be called at this moment beside the loopback ones: without
///   port where this listener's is meant, else with it; addresses of IPv6 in brackets
/// @param origins of other servers whose pages may call this one, such as `http://localhost:3000`
/// @param bodyLimit the longest request body, in bytes
/// @param silence how long a stream of lines may be silent
/// @param connections how many there may be, and how slow
/// @param tls what encrypts all of it; null for plain HTTP
public record HttpSettings(
    InetAddress address,
    int port,
    Supplier<Set<String>> names,
    Set<String> origins,
    int bodyLimit,
    Duration silence,
    ConnectionLimits connections,
    @Nullable SSLContext tls) {
  /// Room for a message of 2 MiB of which some is escaped.
  public static final int BODY_LIMIT = 5 * 512 * 1024;

  /// Often enough to notice within seconds that a reader has gone.
  public static final Duration SILENCE = Duration.ofSeconds(5);

  public HttpSettings {
    origins = Set.copyOf(origins);
  }

  /// For this computer only.
  ///
  /// @param names by which a server in front of this one calls it
  public static HttpSettings loopback(int port, Set<String> names, Set<String> origins) {
    return new HttpSettings(
        InetAddress.getLoopbackAddress(),
        port,
        () -> names,
        origins,
        BODY_LIMIT,
        SILENCE,
        ConnectionLimits.forHeap(Runtime.getRuntime().maxMemory()),
        null);
  }

  /// For others on the network as well.
  public static HttpSettings shared(
      InetAddress address, int port, Supplier<Set<String>> names, SSLContext tls) {
    return new HttpSettings(
        address,
        port,
        names,
        Set.of(),
        BODY_LIMIT,
        SILENCE,
        ConnectionLimits.forHeapWithTls(Runtime.getRuntime().maxMemory()),
        tls);
  }
}
