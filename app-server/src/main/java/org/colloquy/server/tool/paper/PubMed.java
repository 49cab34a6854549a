package org.colloquy.server.tool.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.colloquy.server.tool.web.WebService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Medicine and the life sciences.
public record PubMed(WebService service) implements PaperSource {
  /// Where it is.
  public static final URI ADDRESS = URI.create("https://eutils.ncbi.nlm.nih.gov");

  private static final String PATH = "/entrez/eutils/";

  @Override
  public String name() {
    return "PubMed";
  }

  @Override
  public List<Paper> find(String query, int most) {
    var number = Integer.toString(most);
    var found =
        service.json(
            PATH + "esearch.fcgi",
            Map.of("db", "pubmed", "retmode", "json", "term", query, "retmax", number));
    var ids =
        found
            .path("esearchresult")
            .path("idlist")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.joining(","));
    if (ids.isEmpty()) {
      return List.of();
    }
    var articles =
        service.text(PATH + "efetch.fcgi", Map.of("db", "pubmed", "retmode", "xml", "id", ids));
    return Jsoup.parse(articles, Parser.xmlParser()).select("PubmedArticle").stream()
        .map(PubMed::paper)
        .toList();
  }

  private static Paper paper(Element article) {
    var id = Words.of(article, "MedlineCitation > PMID");
    var year = Words.of(article, "Journal PubDate > Year");
    return new Paper(
        Words.of(article, "ArticleTitle"),
        article.select("AuthorList > Author").stream().map(PubMed::author).toList(),
        year.isEmpty() ? Words.beginning(Words.of(article, "Journal MedlineDate"), 4) : year,
        id,
        Words.of(article, "PubmedData > ArticleIdList > ArticleId[IdType=doi]"),
        "https://pubmed.ncbi.nlm.nih.gov/" + id + "/",
        String.join("\n", Words.all(article, "Abstract > AbstractText")));
  }

  private static String author(Element author) {
    var group = Words.of(author, "CollectiveName");
    return group.isEmpty()
        ? (Words.of(author, "ForeName") + " " + Words.of(author, "LastName")).strip()
        : group;
  }
}
