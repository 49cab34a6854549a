package org.colloquy.server.config;

import java.time.Duration;

/// How the server runs for whoever watches over it.
///
/// @param shutdownWait how long running answers may go on after the process was told to end
/// @param logFormat how lines of the log look
public record OperationConfig(Duration shutdownWait, LogFormat logFormat) {
  /// The defaults.
  public static final OperationConfig USUAL =
      new OperationConfig(Duration.ofSeconds(20), LogFormat.TEXT);

  /// How lines of the log look.
  public enum LogFormat {
    TEXT,
    /// One object a line.
    JSON
  }
}
