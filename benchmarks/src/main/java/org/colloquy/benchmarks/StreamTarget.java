package org.colloquy.benchmarks;

import java.nio.charset.StandardCharsets;

/// Where streams are sent.
///
/// @param name as printed
/// @param port on this machine
/// @param end a text that a complete answer contains; empty where the end of the body is all there
///   is
record StreamTarget(String name, int port, String end) {
  /// A request with a JSON body.
  ///
  /// @param token who asks
  byte[] post(String path, String token, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST %s HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(path, port, token, body.length);
    return (head + json).getBytes(StandardCharsets.UTF_8);
  }
}
