package org.colloquy.server.llm.http;

import java.time.Duration;

/// How long a provider may keep us waiting.
///
/// @param connect until the connection stands, the secure one included
/// @param firstByte from sending the request until its answer begins
/// @param idle between two pieces of the answer
public record TimeLimits(Duration connect, Duration firstByte, Duration idle) {
  /// What people bear with, and what slow models need before their first word.
  public static final TimeLimits USUAL =
      new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(120), Duration.ofSeconds(60));

  /// For a server on this computer that is only asked what it is.
  public static final TimeLimits NEARBY =
      new TimeLimits(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(3));
}
