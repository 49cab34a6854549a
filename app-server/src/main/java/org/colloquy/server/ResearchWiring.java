package org.colloquy.server;

import java.net.URI;
import java.util.Objects;
import org.colloquy.server.config.SearchConfig;
import org.colloquy.server.core.turn.Researcher;
import org.colloquy.server.tool.web.AddressRule;
import org.colloquy.server.tool.web.Brave;
import org.colloquy.server.tool.web.DuckDuckGo;
import org.colloquy.server.tool.web.EngineClient;
import org.colloquy.server.tool.web.NameService;
import org.colloquy.server.tool.web.NoResearcher;
import org.colloquy.server.tool.web.PublicAddresses;
import org.colloquy.server.tool.web.SearXng;
import org.colloquy.server.tool.web.SearchEngine;
import org.colloquy.server.tool.web.Tavily;
import org.colloquy.server.tool.web.WebClient;
import org.colloquy.server.tool.web.WebResearcher;

/// Makes what looks in the internet.
final class ResearchWiring {
  private ResearchWiring() {}

  static Researcher wire(SearchConfig search) {
    return switch (search.engine()) {
      case NONE -> new NoResearcher();
      case DUCKDUCKGO -> through(new DuckDuckGo(client(search, DuckDuckGo.ADDRESS)));
      case SEARXNG ->
          through(new SearXng(client(search, Objects.requireNonNull(search.address()))));
      case TAVILY ->
          through(new Tavily(client(search, Tavily.ADDRESS), Objects.requireNonNull(search.key())));
      case BRAVE ->
          through(new Brave(client(search, Brave.ADDRESS), Objects.requireNonNull(search.key())));
    };
  }

  private static Researcher through(SearchEngine engine) {
    return new WebResearcher(engine, web(new PublicAddresses()), WebResearcher.PATIENCE);
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
