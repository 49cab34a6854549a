package org.colloquy.server.tool.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.turn.Occasions;
import org.colloquy.server.tool.web.EngineClient;
import org.colloquy.server.tool.web.ScriptedWeb;
import org.colloquy.server.tool.web.WebService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindPapersTest {
  private final ScriptedWeb web = new ScriptedWeb();
  private final WebService service =
      new WebService("Papers", new EngineClient(web.client(), web.at("papers.example", "/")));

  @AfterEach
  void close() {
    web.close();
  }

  private void answers(String path, String type, String text) {
    web.page(path, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode found(PaperSource source) throws Exception {
    var told =
        new FindPapers(source).run(Occasions.ANY, "{\"query\":\"decline curves\",\"results\":2}");
    return new JsonMapper().readTree(told);
  }

  @Test
  void readsTheFeedOfArxiv() throws Exception {
    answers(
        "/api/query",
        "application/atom+xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
          <title>a query</title>
          <entry>
            <id>http://arxiv.org/abs/2101.00001v2</id>
            <published>2021-01-02T00:00:00Z</published>
            <title>Decline of
              wells &amp; more &x;</title>
            <summary>  We fit curves. </summary>
            <author><name>Ada Lovelace</name></author>
            <author><name>Bob Roe</name></author>
            <arxiv:doi>10.1/abc</arxiv:doi>
          </entry>
        </feed>
        """);

    var paper = found(new Arxiv(service)).path(0);

    assertThat(paper.path("title").asText()).startsWith("Decline of wells & more");
    assertThat(paper.toString()).doesNotContain("root:");
    assertThat(paper.path("authors").toString()).isEqualTo("[\"Ada Lovelace\",\"Bob Roe\"]");
    assertThat(paper.path("year").asText()).isEqualTo("2021");
    assertThat(paper.path("id").asText()).isEqualTo("2101.00001v2");
    assertThat(paper.path("doi").asText()).isEqualTo("10.1/abc");
    assertThat(paper.path("abstract").asText()).isEqualTo("We fit curves.");
    assertThat(web.requests().getFirst().target().getRawQuery())
        .contains("search_query=all%3Adecline+curves", "max_results=2");
  }

  @Test
  void readsTheWorksOfCrossref() throws Exception {
    answers(
        "/works",
        "application/json",
        """
        {"message":{"items":[{"DOI":"10.2/x","title":["Gas <i>in</i> place"],
          "author":[{"given":"Ada","family":"Lovelace"},{"name":"The Group"}],
          "issued":{"date-parts":[[2019,5]]},"URL":"https://doi.org/10.2/x",
          "abstract":"<jats:p>Much gas.</jats:p>"},{"DOI":"10.2/y"}]}}
        """);

    var papers = found(new Crossref(service));

    assertThat(papers.path(0).toString())
        .isEqualTo(
            "{\"title\":\"Gas in place\",\"authors\":[\"Ada Lovelace\",\"The"
                + " Group\"],\"year\":\"2019\","
                + "\"id\":\"10.2/x\",\"doi\":\"10.2/x\",\"address\":\"https://doi.org/10.2/x\",\"abstract\":\"Much"
                + " gas.\"}");
    assertThat(papers.path(1).path("title").asText()).isEmpty();
  }

  @Test
  void readsTheArticlesOfPubMed() throws Exception {
    answers(
        "/entrez/eutils/esearch.fcgi",
        "application/json",
        "{\"esearchresult\":{\"idlist\":[\"123\",\"456\"]}}");
    answers(
        "/entrez/eutils/efetch.fcgi",
        "text/xml",
        """
        <?xml version="1.0" ?>
        <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.example/x.dtd">
        <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">123</PMID><Article>
          <Journal><JournalIssue><PubDate><MedlineDate>2018 Jan-Feb</MedlineDate></PubDate></JournalIssue></Journal>
          <ArticleTitle>Tea and health.</ArticleTitle>
          <Abstract><AbstractText>First.</AbstractText><AbstractText>Second.</AbstractText></Abstract>
          <AuthorList><Author><LastName>Lovelace</LastName><ForeName>Ada</ForeName></Author>
          <Author><CollectiveName>Tea Group</CollectiveName></Author></AuthorList></Article></MedlineCitation>
          <PubmedData><ArticleIdList><ArticleId IdType="pubmed">123</ArticleId>
          <ArticleId IdType="doi">10.3/z</ArticleId></ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>
        """);

    var paper = found(new PubMed(service)).path(0);

    assertThat(paper.toString())
        .isEqualTo(
            "{\"title\":\"Tea and health.\",\"authors\":[\"Ada Lovelace\",\"Tea"
                + " Group\"],\"year\":\"2018\","
                + "\"id\":\"123\",\"doi\":\"10.3/z\",\"address\":\"https://pubmed.ncbi.nlm.nih.gov/123/\","
                + "\"abstract\":\"First.\\nSecond.\"}");
    assertThat(web.requests().getLast().target().getRawQuery()).contains("id=123%2C456");
  }

  @Test
  void tellsNothingWhenNothingIsFoundAndWhyItCannotAsk() throws Exception {
    answers(
        "/entrez/eutils/esearch.fcgi", "application/json", "{\"esearchresult\":{\"idlist\":[]}}");
    assertThat(found(new PubMed(service))).isEmpty();
    web.status("/works", 429, "");
    assertThat(Problems.of(() -> found(new Crossref(service))))
        .isEqualTo(new Problem.Unavailable("Papers wants no more questions for now."));
  }
}
