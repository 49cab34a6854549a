package org.colloquy.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ServerConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns connections into WebSockets, at the paths that are made for it. What it does not turn is
/// answered as any other request, which says why.
final class SocketUpgrader implements Http1Upgrader {
  private static final HeaderName KEY = HeaderNames.create("Sec-WebSocket-Key");
  private static final HeaderName VERSION = HeaderNames.create("Sec-WebSocket-Version");
  private static final Header UPGRADE = HeaderValues.create(HeaderNames.CONNECTION, "Upgrade");
  private static final String ONLY_VERSION = "13";
  private static final int KEY_BYTES = 16;
  private static final String AFTER_KEY = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, 1.3

  private final PathTree paths;
  private final Gate gate;
  private final OpenSockets sockets;
  private final Incidents incidents;

  SocketUpgrader(PathTree paths, Gate gate, OpenSockets sockets, Incidents incidents) {
    this.paths = paths;
    this.gate = gate;
    this.sockets = sockets;
    this.incidents = incidents;
  }

  @Override
  public String supportedProtocol() {
    return "websocket";
  }

  @Override
  public @Nullable ServerConnection upgrade(
      ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
    var endpoint = endpoint(prologue);
    var visitor = Gate.Visitor.of(prologue.method().text(), headers, context.localPeer().port());
    var key = headers.first(KEY).orElse("").strip();
    if (endpoint == null
        || HeadLimits.refusal(prologue, headers) != null
        || !(gate.judge(visitor) instanceof Gate.Admitted)
        || !headers.containsToken(UPGRADE)
        || !headers.first(VERSION).orElse("").equals(ONLY_VERSION)
        || !isKey(key)) {
      return null;
    }
    var head =
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Accept: "
            + accept(key)
            + "\r\n\r\n";
    context.dataWriter().writeNow(BufferData.create(head.getBytes(StandardCharsets.US_ASCII)));
    return new SocketConnection(
        context,
        prologue.query(),
        Exchange.visitor(context.remotePeer(), headers),
        endpoint,
        sockets,
        incidents);
  }

  private Endpoint.@Nullable Socket endpoint(HttpPrologue prologue) {
    var found = paths.find(prologue.uriPath().rawPath());
    if (found == null || !prologue.method().text().equals("GET")) {
      return null;
    }
    for (var mounted : found.methods().getOrDefault("GET", List.of())) {
      if (mounted.endpoint() instanceof Endpoint.Socket socket) {
        return socket;
      }
    }
    return null;
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == KEY_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static String accept(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      var bytes = digest.digest((key + AFTER_KEY).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
