package org.colloquy.server.llm.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.colloquy.server.core.provider.Origin;

/// A request to a provider.
public final class HttpCall {
  private final String method;
  private final URI target;
  private final Map<String, String> headers;
  private final byte[] body;

  private HttpCall(String method, URI target, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.target = target;
    this.headers = Map.copyOf(headers);
    this.body = body;
    headers.forEach(HttpCall::check);
  }

  /// A request that asks for something.
  ///
  /// @param headers besides `Host` and `Accept-Encoding`; printable ASCII only
  public static HttpCall get(URI target, Map<String, String> headers) {
    return new HttpCall("GET", target, headers, new byte[0]);
  }

  /// A request that brings something.
  ///
  /// @param headers besides `Host`, `Content-Length` and `Accept-Encoding`; printable ASCII only
  public static HttpCall post(URI target, Map<String, String> headers, byte[] body) {
    return new HttpCall("POST", target, headers, body);
  }

  URI target() {
    return target;
  }

  /// Head and body as they go over the wire.
  byte[] bytes(Origin origin) {
    var head = head(origin).getBytes(StandardCharsets.US_ASCII);
    var all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  private String head(Origin origin) {
    var text = new StringBuilder(256);
    text.append(method).append(' ').append(path()).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(origin.hostHeader()).append("\r\n");
    text.append("Accept-Encoding: identity\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    if (!method.equals("GET")) {
      text.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  private String path() {
    var path = target.getRawPath();
    var whole = path == null || path.isEmpty() ? "/" : path;
    return target.getRawQuery() == null ? whole : whole + "?" + target.getRawQuery();
  }

  /// A line break in a header would let its text forge further headers.
  private static void check(String name, String value) {
    if (!printable(name) || !printable(value)) {
      throw new IllegalArgumentException("header " + name + " cannot be sent");
    }
  }

  private static boolean printable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
