package org.colloquy.server;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.server.config.SearchConfig;
import org.colloquy.server.core.turn.Researcher;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.tool.web.AddressRule;
import org.colloquy.server.tool.web.Brave;
import org.colloquy.server.tool.web.DuckDuckGo;
import org.colloquy.server.tool.web.EngineClient;
import org.colloquy.server.tool.web.NameService;
import org.colloquy.server.tool.web.NoResearcher;
import org.colloquy.server.tool.web.PublicAddresses;
import org.colloquy.server.tool.web.SearXng;
import org.colloquy.server.tool.web.SearchEngine;
import org.colloquy.server.tool.web.SearchWeb;
import org.colloquy.server.tool.web.Tavily;
import org.colloquy.server.tool.web.WebClient;
import org.colloquy.server.tool.web.WebResearcher;

/// Makes what looks in the internet.
final class ResearchWiring {
  private ResearchWiring() {}

  /// The engine that the owner chose; empty when questions are not to be sent away.
  static Optional<SearchEngine> engine(SearchConfig search) {
    return switch (search.engine()) {
      case NONE -> Optional.empty();
      case DUCKDUCKGO -> Optional.of(new DuckDuckGo(client(search, DuckDuckGo.ADDRESS)));
      case SEARXNG ->
          Optional.of(new SearXng(client(search, Objects.requireNonNull(search.address()))));
      case TAVILY ->
          Optional.of(
              new Tavily(client(search, Tavily.ADDRESS), Objects.requireNonNull(search.key())));
      case BRAVE ->
          Optional.of(
              new Brave(client(search, Brave.ADDRESS), Objects.requireNonNull(search.key())));
    };
  }

  static Researcher researcher(Optional<SearchEngine> engine) {
    if (engine.isEmpty()) {
      return new NoResearcher();
    }
    return new WebResearcher(engine.get(), web(new PublicAddresses()), WebResearcher.PATIENCE);
  }

  /// What models may do with it.
  static List<Tool> tools(Optional<SearchEngine> engine) {
    return engine.stream().<Tool>map(SearchWeb::new).toList();
  }

  /// The owner chose the engine, so it may be anywhere; what it names may not.
  private static EngineClient client(SearchConfig search, URI usual) {
    var address = search.address();
    return new EngineClient(web(AddressRule.ANY), address == null ? usual : address);
  }

  private static WebClient web(AddressRule rule) {
    return new WebClient("Colloquy/" + Version.current(), NameService.SYSTEM, rule);
  }
}
