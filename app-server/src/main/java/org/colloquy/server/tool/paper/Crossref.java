package org.colloquy.server.tool.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.colloquy.server.tool.web.WebService;

/// What publishers registered a DOI for.
public record Crossref(WebService service) implements PaperSource {
  /// Where it is.
  public static final URI ADDRESS = URI.create("https://api.crossref.org");

  @Override
  public String name() {
    return "Crossref";
  }

  @Override
  public List<Paper> find(String query, int most) {
    var found = service.json("/works", Map.of("query", query, "rows", Integer.toString(most)));
    return found
        .path("message")
        .path("items")
        .valueStream()
        .limit(most)
        .map(Crossref::paper)
        .toList();
  }

  private static Paper paper(JsonNode item) {
    var doi = item.path("DOI").asText("");
    return new Paper(
        Words.plain(item.path("title").path(0).asText("")),
        item.path("author").valueStream().map(Crossref::author).toList(),
        item.path("issued").path("date-parts").path(0).path(0).asText(""),
        doi,
        doi,
        item.path("URL").asText(""),
        Words.plain(item.path("abstract").asText("")));
  }

  private static String author(JsonNode author) {
    return author.has("name")
        ? author.path("name").asText()
        : (author.path("given").asText("") + " " + author.path("family").asText("")).strip();
  }
}
