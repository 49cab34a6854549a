package org.colloquy.server.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How the server runs for whoever watches over it.
///
/// @param shutdownWait how long running answers may go on after the process was told to end
/// @param logFormat how lines of the log look
/// @param traces where traces are posted; null for nowhere
/// @param database the server that keeps the database; null for a file in the data folder
public record OperationConfig(
    Duration shutdownWait,
    LogFormat logFormat,
    @Nullable URI traces,
    @Nullable DatabaseConfig database) {
  /// The defaults.
  public static final OperationConfig USUAL =
      new OperationConfig(Duration.ofSeconds(20), LogFormat.TEXT, null, null);

  /// How lines of the log look.
  public enum LogFormat {
    TEXT,
    /// One object a line.
    JSON
  }
}
