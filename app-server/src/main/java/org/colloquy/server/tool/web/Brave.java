package org.colloquy.server.tool.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.colloquy.server.core.provider.Secret;

/// Brave's search, with a key.
public record Brave(EngineClient client, Secret key) implements SearchEngine {
  /// Where it is.
  public static final URI ADDRESS = URI.create("https://api.search.brave.com");

  @Override
  public String name() {
    return "Brave Search";
  }

  @Override
  public List<Hit> search(String query) throws IOException {
    var answer =
        client.get(
            "/res/v1/web/search",
            Map.of("q", query, "count", Integer.toString(MOST)),
            Map.of("X-Subscription-Token", key.reveal(), "Accept", "application/json"));
    return EngineClient.hits(EngineClient.json(answer).path("web").path("results"), "description");
  }
}
