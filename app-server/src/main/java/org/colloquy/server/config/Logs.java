package org.colloquy.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.colloquy.server.config.OperationConfig.LogFormat;

/// Sets up what is logged and how it looks.
public final class Logs {
  /// They write down what is sent, tokens and keys included. Held, because what is set at a logger
  /// goes with it.
  private static final List<Logger> TOO_TALKATIVE =
      Stream.of("org.apache.hc", "org.freedesktop.dbus", "de.swiesend.secretservice")
          .map(Logger::getLogger)
          .toList();

  /// They write down what strangers' servers say, as often as those say it, what is in files, and
  /// that the desktop's bus has ended with its session.
  private static final List<Logger> SILENT =
      Stream.of(
              "io.modelcontextprotocol",
              "reactor",
              "org.apache.pdfbox",
              "org.apache.fontbox",
              "org.freedesktop.dbus.connections.IncomingMessageThread")
          .map(Logger::getLogger)
          .toList();

  /// It recommends a module of the JDK that is still incubating.
  private static final Logger RECOMMENDING =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private Logs() {}

  /// As [#prepare()], with lines of this form.
  public static void prepare(LogFormat format) {
    prepare();
    if (format == LogFormat.JSON) {
      for (var handler : Logger.getLogger("").getHandlers()) {
        handler.setFormatter(new JsonLines());
      }
    }
  }

  /// Reads our own setup, unless the JVM was started with another one
  /// (`-Djava.util.logging.config.file`). Nobody can make a library log secrets.
  public static void prepare() {
    read();
    TOO_TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    // Not by its level: levels are forgotten while the program ends, and others may still run then.
    RECOMMENDING.setFilter(line -> line.getLevel().intValue() > Level.WARNING.intValue());
  }

  private static void read() {
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
