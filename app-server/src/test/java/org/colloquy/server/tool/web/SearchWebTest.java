package org.colloquy.server.tool.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.turn.Occasions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWebTest {
  private final ScriptedWeb web = new ScriptedWeb();
  private final SearchWeb tool =
      new SearchWeb(new DuckDuckGo(new EngineClient(web.client(), web.at("engine.example", "/"))));

  @AfterEach
  void close() {
    web.close();
  }

  private String search(String arguments) {
    return tool.run(Occasions.ANY, arguments);
  }

  private void names(int pages) {
    var results = new StringBuilder();
    for (int i = 1; i <= pages; i++) {
      results.append(
          "<div class=result><a class=result__a href=\"https://%d.example/\">Page %d</a><a class=result__snippet>About %d</a></div>"
              .formatted(i, i, i));
    }
    web.html("/html/", results.toString());
  }

  @Test
  void tellsThreePagesUnlessMoreAreWanted() {
    names(5);

    assertThat(search("{\"query\":\"what & why?\",\"results\":1}"))
        .isEqualToNormalizingNewlines(
            """
            [ {
              "title" : "Page 1",
              "href" : "https://1.example/",
              "body" : "About 1"
            } ]\
            """);
    assertThat(search("{\"query\":\"x\"}")).contains("Page 3").doesNotContain("Page 4");
    assertThat(search("{\"query\":\"x\",\"results\":50}")).contains("Page 5");
    assertThat(web.requests().getFirst().target().getRawQuery()).isEqualTo("q=what+%26+why%3F");
  }

  @Test
  void tellsNothingWhenNothingIsFound() {
    names(0);

    assertThat(search("{\"query\":\"x\"}")).isEqualTo("[ ]");
  }

  @Test
  void saysWhyItCannotSearch() {
    web.status("/html/", 429, "");
    var unreachable =
        new SearchWeb(
            new DuckDuckGo(new EngineClient(web.client(), URI.create("http://engine.example:1/"))));

    assertThat(Problems.of(() -> search("{\"query\":\"x\"}")))
        .isEqualTo(new Problem.Unavailable("DuckDuckGo wants no more questions for now."));
    assertThat(Problems.of(() -> unreachable.run(Occasions.ANY, "{\"query\":\"x\"}")))
        .isEqualTo(new Problem.Unavailable("DuckDuckGo cannot be reached."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"query\":\"  \"}", "{\"query\":\"x\",\"results\":0}", "{\"query\":7}"})
  void refusesWhatIsNoSearch(String arguments) {
    assertThat(Problems.of(() -> search(arguments))).isInstanceOf(Problem.Invalid.class);
    assertThat(web.requests()).isEmpty();
  }
}
