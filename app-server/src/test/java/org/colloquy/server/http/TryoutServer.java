package org.colloquy.server.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// A server with the [TryoutFace] only, and what is needed to talk to it in plain bytes.
final class TryoutServer implements AutoCloseable {
  /// The one other origin whose pages may call.
  static final String SHARED = "http://localhost:3000";

  /// A header.
  static final String JSON = "Content-Type: application/json\r\n";

  final TryoutFace tryout = new TryoutFace();
  private final AtomicLong count = new AtomicLong();
  final HttpServer server;

  TryoutServer() {
    this(ConnectionLimits.forHeap(Runtime.getRuntime().maxMemory()));
  }

  TryoutServer(ConnectionLimits connections) {
    server =
        HttpServer.start(
            new HttpSettings(
                InetAddress.getLoopbackAddress(),
                0,
                Set::of,
                Set.of(SHARED),
                100_000,
                Duration.ofMillis(100),
                connections,
                null),
            List.of(tryout.face()),
            () -> new UUID(0, count.incrementAndGet()),
            _ -> {});
  }

  int port() {
    return server.port();
  }

  RawAnswer get(String path) {
    return send("GET", path, "");
  }

  RawAnswer send(String method, String path, String headers) {
    return RawAnswer.to(port(), request(method, path, headers));
  }

  RawAnswer post(String path, String headers, String body) {
    return sendBody("POST", path, headers, body);
  }

  RawAnswer sendBody(String method, String path, String headers, String body) {
    var length = "Content-Length: " + body.length() + "\r\n";
    return RawAnswer.to(port(), request(method, path, headers + length) + body);
  }

  String request(String method, String path, String headers) {
    var line = method + " " + path + " HTTP/1.1\r\n";
    return line + "Host: localhost:" + port() + "\r\n" + headers + "\r\n";
  }

  /// The UTF-8 bytes of a text, one character each, as [RawAnswer] shows and sends them.
  static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    tryout.silence.open();
    server.close();
  }
}
