package org.colloquy.server.tool.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.colloquy.server.core.provider.Secret;

/// Tavily's search, with a key.
public record Tavily(EngineClient client, Secret key) implements SearchEngine {
  /// Where it is.
  public static final URI ADDRESS = URI.create("https://api.tavily.com");

  @Override
  public String name() {
    return "Tavily";
  }

  @Override
  public List<Hit> search(String query) throws IOException {
    var answer =
        client.post(
            "/search",
            Map.of("query", query, "max_results", MOST),
            Map.of("Authorization", "Bearer " + key.reveal()));
    return EngineClient.hits(EngineClient.json(answer).path("results"), "content");
  }
}
