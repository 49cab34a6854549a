package org.colloquy.server.tool.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// A SearXNG server, usually one's own. Its settings must allow answers in JSON (`search.formats`).
public record SearXng(EngineClient client) implements SearchEngine {
  @Override
  public String name() {
    return "SearXNG";
  }

  @Override
  public List<Hit> search(String query) throws IOException {
    var answer = client.get("/search", Map.of("q", query, "format", "json"), Map.of());
    return EngineClient.hits(EngineClient.json(answer).path("results"), "content");
  }
}
