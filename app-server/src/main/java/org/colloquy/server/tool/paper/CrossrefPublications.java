package org.colloquy.server.tool.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.bibliography.Publications;
import org.colloquy.server.core.bibliography.Reference;
import org.colloquy.server.tool.web.WebService;

/// What publishers registered a DOI for, as a reference.
public record CrossrefPublications(WebService service) implements Publications {
  private static final Map<String, String> KINDS =
      Map.of(
          "journal-article", "article-journal",
          "book-chapter", "chapter",
          "proceedings-article", "paper-conference",
          "posted-content", "article",
          "monograph", "book",
          "dissertation", "thesis");

  @Override
  public Reference byDoi(String doi) {
    var path = "/works/" + URLEncoder.encode(doi, StandardCharsets.UTF_8).replace("+", "%20");
    var work =
        service
            .known(path)
            .map(answer -> answer.path("message"))
            .filter(found -> found.has("DOI"))
            .orElseThrow(() -> new ProblemException(new Problem.NotFound("publication")));
    return new Reference(
        "",
        kind(work.path("type").asText("")),
        Words.plain(work.path("title").path(0).asText("")),
        authors(work.path("author")),
        work.path("issued").path("date-parts").path(0).path(0).asText(""),
        Words.plain(work.path("container-title").path(0).asText("")),
        work.path("volume").asText(""),
        work.path("issue").asText(""),
        work.path("page").asText(""),
        work.path("publisher").asText(""),
        work.path("DOI").asText(doi),
        work.path("ISBN").path(0).asText(""),
        "",
        work.path("URL").asText(""));
  }

  private static String kind(String said) {
    return KINDS.getOrDefault(said, said);
  }

  private static List<Reference.Author> authors(JsonNode authors) {
    return authors
        .valueStream()
        .map(author ->
            author.has("name")
                ? new Reference.Author(author.path("name").asText(), "")
                : new Reference.Author(
                    author.path("family").asText(""), author.path("given").asText("")))
        .toList();
  }
}
