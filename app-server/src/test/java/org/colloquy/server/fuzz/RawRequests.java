package org.colloquy.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Bytes that are no HTTP, nearly HTTP, or two requests in one; and frames of a WebSocket.
final class RawRequests {
  private static final List<String> LINE_ENDS = List.of("\r\n", "\r\n", "\r\n", "\n", "\r", "");

  private static final List<String> HEADERS =
      List.of(
          "Content-Length: 2",
          "Content-Length: 2",
          "Content-Length: 0",
          "Content-Length: -1",
          "Content-Length: +2",
          "Content-Length: 2,2",
          "Content-Length: 99999999999",
          "Content-Length: 0x2",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: gzip, chunked",
          "Transfer-Encoding:chunked ",
          "Transfer-Encoding : chunked",
          "Transfer-Encoding: x",
          " folded",
          "\tfolded",
          "Content-Type: application/json",
          "Connection: close",
          "Connection: keep-alive, Upgrade",
          "Upgrade: websocket",
          "Upgrade: h2c",
          "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
          "Expect: 100-continue",
          "X: " + "y".repeat(17_000),
          "X\u0000: y",
          ": y",
          "Host: evil.example");

  private static final List<String> BODIES =
      List.of(
          "{}",
          "",
          "2\r\n{}\r\n0\r\n\r\n",
          "2;a=b\r\n{}\r\n0\r\n\r\n",
          "zz\r\n{}\r\n0\r\n\r\n",
          "-2\r\n{}\r\n0\r\n\r\n",
          "ffffffff\r\n{}",
          "7fffffff\r\n{}",
          "2\n{}\n0\n\n",
          "2\r\n{}0\r\n\r\n",
          "0\r\nX: y\r\n\r\n",
          "0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

  private final String host;
  private final String socketPath;

  /// @param socketPath where a WebSocket can be opened, with what it needs to be kept
  RawRequests(String host, String socketPath) {
    this.host = host;
    this.socketPath = socketPath;
  }

  /// Something like a request.
  byte[] request(Random random) {
    var text = new StringBuilder();
    text.append(Nasty.oneOf(random, List.of("GET", "POST", "POST", "PUT", "PRI", "", "\u0016")));
    text.append(Nasty.oneOf(random, List.of(" ", " ", " ", "  ", "\t", "")));
    text.append(
        Nasty.oneOf(
            random,
            List.of(
                "/api/conversations",
                "/health/live",
                "/chat/createConversation/",
                "/",
                "*",
                "/" + "x".repeat(140_000),
                "http://evil.example/",
                "/?" + "a&".repeat(200),
                "/%",
                "/\u0000",
                "//////../..")));
    text.append(
        Nasty.oneOf(random, List.of(" HTTP/1.1", " HTTP/1.1", " HTTP/1.1", " HTTP/1.0", "")));
    text.append(lineEnd(random)).append("Host: ").append(host).append(lineEnd(random));
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(Nasty.oneOf(random, HEADERS)).append(lineEnd(random));
    }
    if (random.nextInt(40) == 0) {
      text.append("X: y\r\n".repeat(150));
    }
    text.append(lineEnd(random)).append(Nasty.oneOf(random, BODIES));
    var bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    return random.nextInt(3) == 0 ? Nasty.broken(random, bytes) : bytes;
  }

  /// A handshake and some frames after it.
  byte[] socket(Random random) {
    var bytes = new ByteArrayOutputStream();
    var handshake =
        "GET "
            + socketPath
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    bytes.writeBytes(handshake.getBytes(StandardCharsets.US_ASCII));
    for (int i = random.nextInt(6); i >= 0; i--) {
      bytes.writeBytes(frame(random));
    }
    return bytes.toByteArray();
  }

  private static byte[] frame(Random random) {
    var payload = new byte[random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(8)];
    random.nextBytes(payload);
    var frame = ByteBuffer.allocate(payload.length + 14);
    int first = Nasty.oneOf(random, List.of(0x81, 0x81, 0x01, 0x00, 0x80, 0x82, 0x89, 0x8a, 0x88));
    frame.put((byte) (random.nextInt(6) == 0 ? random.nextInt(256) : first));
    int masked = random.nextInt(8) == 0 ? 0 : 0x80;
    switch (random.nextInt(8)) {
      case 0 -> frame.put((byte) (masked | 126)).putShort((short) payload.length);
      case 1 -> frame.put((byte) (masked | 127)).putLong(payload.length);
      case 2 -> frame.put((byte) (masked | 127)).putLong(random.nextLong());
      default -> frame.put((byte) (masked | Math.min(125, payload.length)));
    }
    if (masked != 0) {
      frame.putInt(random.nextInt());
    }
    frame.put(payload);
    var bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }

  private static String lineEnd(Random random) {
    return random.nextInt(8) == 0 ? Nasty.oneOf(random, LINE_ENDS) : "\r\n";
  }
}
