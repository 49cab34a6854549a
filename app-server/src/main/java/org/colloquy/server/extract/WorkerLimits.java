package org.colloquy.server.extract;

import java.time.Duration;

/// What a process that reads a file may take.
///
/// @param heapMegabytes its memory for objects
/// @param patience how long it may take
/// @param seeing how much longer it may take where pictures have to be read as well
public record WorkerLimits(int heapMegabytes, Duration patience, Duration seeing) {
  /// For usual files.
  public static final WorkerLimits USUAL =
      new WorkerLimits(512, Duration.ofSeconds(60), Duration.ofSeconds(120));
}
