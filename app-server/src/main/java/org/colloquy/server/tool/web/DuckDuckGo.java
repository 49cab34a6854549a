package org.colloquy.server.tool.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// DuckDuckGo's page for browsers without scripts. Needs no key, and asks for a sign of life when
/// it takes its visitor for a machine.
public record DuckDuckGo(EngineClient client) implements SearchEngine {
  /// Where it is.
  public static final URI ADDRESS = URI.create("https://html.duckduckgo.com");

  private static final Pattern TARGET = Pattern.compile("[?&]uddg=([^&]+)");

  @Override
  public String name() {
    return "DuckDuckGo";
  }

  @Override
  public List<Hit> search(String query) throws IOException {
    var answer = client.get("/html/", Map.of("q", query), Map.of());
    var page = Jsoup.parse(answer.text(), ADDRESS.toString());
    if (page.selectFirst("[class^=anomaly-modal], #challenge-form") != null) {
      throw new SearchFailureException("wants to see that a person is searching");
    }
    return page.select(".result:not(.result--ad)").stream()
        .flatMap(result -> hit(result).stream())
        .limit(MOST)
        .toList();
  }

  private static Optional<Hit> hit(Element result) {
    var link = result.selectFirst("a.result__a");
    if (link == null) {
      return Optional.empty();
    }
    var snippet = result.select(".result__snippet").text();
    return target(link.absUrl("href")).map(address -> new Hit(address, link.text(), snippet));
  }

  /// Its links lead through itself; where they lead to stands in them.
  private static Optional<URI> target(String link) {
    var target = TARGET.matcher(link);
    try {
      var address =
          target.find() ? URLDecoder.decode(target.group(1), StandardCharsets.UTF_8) : link;
      return WebAddress.of(address).filter(found -> !found.getHost().endsWith("duckduckgo.com"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
