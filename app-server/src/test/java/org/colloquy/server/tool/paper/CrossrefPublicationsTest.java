package org.colloquy.server.tool.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.bibliography.Reference;
import org.colloquy.server.tool.web.EngineClient;
import org.colloquy.server.tool.web.ScriptedWeb;
import org.colloquy.server.tool.web.WebService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrossrefPublicationsTest {
  private final ScriptedWeb web = new ScriptedWeb();
  private final CrossrefPublications publications =
      new CrossrefPublications(
          new WebService(
              "Crossref", new EngineClient(web.client(), web.at("papers.example", "/"))));

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void tellsWhatWasPublishedUnderADoi() {
    web.page(
        "/works/10.1234/ab.c",
        "application/json",
        """
        {"message": {"DOI": "10.1234/ab.c", "type": "journal-article", "title": ["On <i>Cells</i>"],
          "author": [{"family": "Li", "given": "Wei"}, {"name": "The Group"}],
          "issued": {"date-parts": [[2020, 5]]}, "container-title": ["Cells"], "volume": "3",
          "issue": "2", "page": "1-9", "publisher": "Press", "URL": "https://doi.org/10.1234/ab.c"}}
        """
            .getBytes(StandardCharsets.UTF_8));

    var found = publications.byDoi("10.1234/ab.c");

    assertThat(found.kind()).isEqualTo("article-journal");
    assertThat(found.title()).isEqualTo("On Cells");
    assertThat(found.authors())
        .containsExactly(new Reference.Author("Li", "Wei"), new Reference.Author("The Group", ""));
    assertThat(found.year()).isEqualTo("2020");
    assertThat(found.pages()).isEqualTo("1-9");
  }

  @Test
  void saysWhenNothingIsKnown() {
    web.status("/works/10.1234/nothing", 404, "Resource not found.");
    web.page("/works/10.1234/empty", "application/json", "{}".getBytes(StandardCharsets.UTF_8));

    assertThat(Problems.of(() -> publications.byDoi("10.1234/nothing")))
        .isEqualTo(new Problem.NotFound("publication"));
    assertThat(Problems.of(() -> publications.byDoi("10.1234/empty")))
        .isEqualTo(new Problem.NotFound("publication"));
  }

  @Test
  void saysWhenItCannotBeAsked() {
    web.status("/works/10.1234/busy", 503, "Later.");

    assertThat(Problems.of(() -> publications.byDoi("10.1234/busy")))
        .isEqualTo(new Problem.Unavailable("Crossref answered with status 503."));
  }
}
