package org.colloquy.server.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/// How many connections there may be, and how slow.
///
/// @param most all of them
/// @param fromHere from one address of this machine
/// @param fromOneAddress from one address elsewhere
/// @param head how long the head of a request may take, from the first byte of the connection or of
///   the head to the last
/// @param idle how long a connection may be kept open for another request
/// @param silence how long a body may be silent, or an answer not be taken
/// @param bytesASecond how fast both must be in the long run
public record ConnectionLimits(
    int most,
    int fromHere,
    int fromOneAddress,
    Duration head,
    Duration idle,
    Duration silence,
    int bytesASecond) {
  /// What an open connection may take of the heap when all of them are streams.
  private static final int HEAP_PER_CONNECTION = 64 * 1024;

  /// The same with TLS.
  private static final int HEAP_PER_TLS_CONNECTION = 100 * 1024;

  /// A browser opens six; this is room for everybody behind one router.
  private static final int FROM_ONE_ADDRESS = 64;

  /// The slowest line that counts as one.
  private static final int BYTES_A_SECOND = 1024;

  private static final Duration HEAD = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /// The shortest time that anything may take.
  Duration shortest() {
    return Stream.of(head, idle, silence).min(Comparator.naturalOrder()).orElseThrow();
  }

  /// What fits into this heap: half of it may be taken by connections.
  ///
  /// @param heap in bytes
  public static ConnectionLimits forHeap(long heap) {
    int most = Math.clamp(heap / 2 / HEAP_PER_CONNECTION, 256, 20_000);
    return usual(most);
  }

  /// What fits into this heap beside [#forHeap]: a quarter of it may be taken by connections with
  /// TLS.
  ///
  /// @param heap in bytes
  public static ConnectionLimits forHeapWithTls(long heap) {
    return usual(Math.clamp(heap / 4 / HEAP_PER_TLS_CONNECTION, 256, 10_000));
  }

  private static ConnectionLimits usual(int most) {
    return new ConnectionLimits(
        most, most - most / 4, FROM_ONE_ADDRESS, HEAD, IDLE, SILENCE, BYTES_A_SECOND);
  }
}
