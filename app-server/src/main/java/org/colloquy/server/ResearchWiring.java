package org.colloquy.server;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.server.config.SearchConfig;
import org.colloquy.server.core.bibliography.Publications;
import org.colloquy.server.core.mcp.McpServer.Place;
import org.colloquy.server.core.provider.Origin;
import org.colloquy.server.core.turn.Researcher;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.outbound.OutboundGuard;
import org.colloquy.server.outbound.Reach;
import org.colloquy.server.outbound.WayOut;
import org.colloquy.server.tool.mcp.McpHub;
import org.colloquy.server.tool.paper.Arxiv;
import org.colloquy.server.tool.paper.Crossref;
import org.colloquy.server.tool.paper.CrossrefPublications;
import org.colloquy.server.tool.paper.FindPapers;
import org.colloquy.server.tool.paper.NoPublications;
import org.colloquy.server.tool.paper.PubMed;
import org.colloquy.server.tool.weather.TellWeather;
import org.colloquy.server.tool.web.Brave;
import org.colloquy.server.tool.web.DuckDuckGo;
import org.colloquy.server.tool.web.EngineClient;
import org.colloquy.server.tool.web.JsonPost;
import org.colloquy.server.tool.web.NoResearcher;
import org.colloquy.server.tool.web.ReadPage;
import org.colloquy.server.tool.web.SearXng;
import org.colloquy.server.tool.web.SearchEngine;
import org.colloquy.server.tool.web.SearchWeb;
import org.colloquy.server.tool.web.Tavily;
import org.colloquy.server.tool.web.WebClient;
import org.colloquy.server.tool.web.WebResearcher;
import org.colloquy.server.tool.web.WebService;

/// Makes what looks in the internet.
final class ResearchWiring {
  private ResearchWiring() {}

  /// The engine that the owner chose; empty when questions are not to be sent away.
  static Optional<SearchEngine> engine(SearchConfig search, OutboundGuard guard) {
    return switch (search.engine()) {
      case NONE -> Optional.empty();
      case DUCKDUCKGO -> Optional.of(new DuckDuckGo(client(search, DuckDuckGo.ADDRESS, guard)));
      case SEARXNG -> {
        var address = Objects.requireNonNull(search.address());
        yield Optional.of(new SearXng(client(search, address, guard)));
      }
      case TAVILY -> {
        var key = Objects.requireNonNull(search.key());
        yield Optional.of(new Tavily(client(search, Tavily.ADDRESS, guard), key));
      }
      case BRAVE -> {
        var key = Objects.requireNonNull(search.key());
        yield Optional.of(new Brave(client(search, Brave.ADDRESS, guard), key));
      }
    };
  }

  static Researcher researcher(Optional<SearchEngine> engine, OutboundGuard guard) {
    if (engine.isEmpty()) {
      return new NoResearcher();
    }
    return new WebResearcher(
        engine.get(), web(guard.to(guard.publicWeb())), WebResearcher.PATIENCE);
  }

  /// What models may do with it, and with other services; nothing when questions are not to be sent
  /// away.
  static List<Tool> tools(Optional<SearchEngine> engine, OutboundGuard guard) {
    return engine
        .map(chosen ->
            List.<Tool>of(
                new SearchWeb(chosen),
                new ReadPage(web(guard.to(guard.publicWeb()))),
                new TellWeather(
                    service("Open-Meteo", TellWeather.PLACES, guard),
                    service("Open-Meteo", TellWeather.FORECASTS, guard)),
                new FindPapers(new Arxiv(service("arXiv", Arxiv.ADDRESS, guard))),
                new FindPapers(new Crossref(service("Crossref", Crossref.ADDRESS, guard))),
                new FindPapers(new PubMed(service("PubMed", PubMed.ADDRESS, guard)))))
        .orElse(List.of());
  }

  /// Who knows what was published; nobody when questions are not to be sent away.
  static Publications publications(Optional<SearchEngine> engine, OutboundGuard guard) {
    return engine
        .<Publications>map(
            _ -> new CrossrefPublications(service("Crossref", Crossref.ADDRESS, guard)))
        .orElseGet(NoPublications::new);
  }

  /// What talks to servers of tools. Those that an owner added may be on this computer or in its
  /// network.
  static McpHub mcp(OutboundGuard guard) {
    return new McpHub(place -> new JsonPost(client(place, guard)), McpHub.PATIENCE);
  }

  private static WebClient client(Place.Address place, OutboundGuard guard) {
    var origin = Origin.of(URI.create(place.url()));
    var reach =
        guard.providers(other -> place.allowedInside() && origin.equals(Optional.of(other)));
    return new WebClient("Colloquy/" + Version.current(), guard.to(reach), McpHub.PATIENCE);
  }

  private static WebService service(String name, URI address, OutboundGuard guard) {
    return new WebService(name, new EngineClient(web(guard.to(guard.publicWeb())), address));
  }

  /// Where the owner says that the engine is, it may be anywhere; what it names may not.
  private static EngineClient client(SearchConfig search, URI usual, OutboundGuard guard) {
    var address = search.address();
    return address == null
        ? new EngineClient(web(guard.to(guard.publicWeb())), usual)
        : new EngineClient(web(guard.to(new Reach.Named())), address);
  }

  private static WebClient web(WayOut wayOut) {
    return new WebClient("Colloquy/" + Version.current(), wayOut);
  }
}
