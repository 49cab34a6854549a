package org.colloquy.server.storage.bucket;

import java.time.Duration;

/// How long is waited for storage.
///
/// @param silence for a connection, and for the next thing it says
/// @param whole for a request and the head of its answer, without the time that contents take
/// @param slowest bytes of contents in a second that are still waited for
/// @param pause before a call is made again; twice as long before the next time
public record Patience(Duration silence, Duration whole, long slowest, Duration pause) {
  /// What is usual.
  public static final Patience USUAL =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(30), 100_000, Duration.ofMillis(300));

  /// For a request with a content of so many bytes.
  Duration of(long bytes) {
    return whole.plusSeconds(bytes / slowest);
  }
}
