package org.colloquy.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.LogManager;

/// Sets up what is logged and how it looks.
public final class Logs {
  private Logs() {}

  /// Reads our own setup, unless the JVM was started with another one
  /// (`-Djava.util.logging.config.file`).
  public static void prepare() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (var setup = Logs.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(Objects.requireNonNull(setup));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
