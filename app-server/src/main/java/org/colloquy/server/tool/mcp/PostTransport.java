package org.colloquy.server.tool.mcp;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.colloquy.server.tool.web.JsonPost;
import org.jspecify.annotations.Nullable;

/// A server that is reached by HTTP: each message is posted, and what comes back are messages, one
/// or a stream of them.
final class PostTransport extends MessageTransport {
  private static final String SESSION = "Mcp-Session-Id";

  private final JsonPost posts;
  private final URI address;
  private final Map<String, String> headers;
  private volatile @Nullable String session;

  /// @param headers sent with every message
  PostTransport(JsonPost posts, URI address, Map<String, String> headers) {
    this.posts = posts;
    this.address = address;
    this.headers = Map.copyOf(headers);
  }

  @Override
  void open() {
    session = null;
  }

  @Override
  void send(String json) throws IOException {
    var all = new HashMap<>(headers);
    var known = session;
    if (known != null) {
      all.put(SESSION, known);
    }
    posts.post(address, all, json, SESSION, this::received).ifPresent(told -> session = told);
  }

  @Override
  void shut() {
    session = null;
  }
}
