package org.colloquy.server.tool.paper;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.colloquy.server.tool.web.WebService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Preprints of physics, mathematics, computer science and more.
public record Arxiv(WebService service) implements PaperSource {
  /// Where it is.
  public static final URI ADDRESS = URI.create("https://export.arxiv.org");

  @Override
  public String name() {
    return "arXiv";
  }

  @Override
  public List<Paper> find(String query, int most) {
    var feed =
        service.text(
            "/api/query",
            Map.of("search_query", "all:" + query, "max_results", Integer.toString(most)));
    return Jsoup.parse(feed, Parser.xmlParser()).select("feed > entry").stream()
        .map(Arxiv::paper)
        .toList();
  }

  private static Paper paper(Element entry) {
    var address = Words.of(entry, "> id");
    return new Paper(
        Words.of(entry, "> title"),
        Words.all(entry, "> author > name"),
        Words.beginning(Words.of(entry, "> published"), 4),
        address.replaceFirst("^.*/abs/", ""),
        Words.of(entry, "> arxiv|doi"),
        address,
        Words.of(entry, "> summary"));
  }
}
