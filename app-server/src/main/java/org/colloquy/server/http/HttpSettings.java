package org.colloquy.server.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;

/// Where the server listens and whom it lets in.
///
/// @param port 0 for any free one
/// @param names by which the server may be called beside the loopback ones, without port
/// @param origins of other servers whose pages may call this one, such as `http://localhost:3000`
/// @param bodyLimit the longest request body, in bytes
/// @param silence how long a stream of lines may be silent
/// @param connections how many there may be, and how slow
public record HttpSettings(
    InetAddress address,
    int port,
    Set<String> names,
    Set<String> origins,
    int bodyLimit,
    Duration silence,
    ConnectionLimits connections) {
  /// Room for a message of 2 MiB of which some is escaped.
  public static final int BODY_LIMIT = 5 * 512 * 1024;

  /// Often enough to notice within seconds that a reader has gone.
  public static final Duration SILENCE = Duration.ofSeconds(5);

  public HttpSettings {
    names = Set.copyOf(names);
    origins = Set.copyOf(origins);
  }

  /// Loopback only.
  public static HttpSettings loopback(int port, Set<String> origins) {
    return new HttpSettings(
        InetAddress.getLoopbackAddress(),
        port,
        Set.of(),
        origins,
        BODY_LIMIT,
        SILENCE,
        ConnectionLimits.forHeap(Runtime.getRuntime().maxMemory()));
  }
}
