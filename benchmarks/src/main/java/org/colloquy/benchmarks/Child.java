package org.colloquy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A program that a benchmark started, on a port of this machine.
record Child(Process process, int port) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  /// A port that nobody listens on.
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /// Starts a command; what it says goes into a file.
  static Child start(List<String> command, Map<String, String> environment, int port, Path log) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new Child(builder.start(), port);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  ProcessUse use() {
    return new ProcessUse(process.pid());
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /// Asks again and again until a path answers 200.
  Child awaitAnswer(String path) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!answers(client, request)) {
        if (!process.isAlive() || System.nanoTime() > until) {
          close();
          throw new IllegalStateException(process.info() + " does not answer at " + request.uri());
        }
        LockSupport.parkNanos(PAUSE);
      }
    }
    return this;
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
