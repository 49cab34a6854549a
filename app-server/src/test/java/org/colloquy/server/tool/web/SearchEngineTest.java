package org.colloquy.server.tool.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import org.colloquy.server.core.provider.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchEngineTest {
  private static final Secret KEY = Secret.of("a-key-of-somebody");

  private final ScriptedWeb web = new ScriptedWeb();
  private final EngineClient client =
      new EngineClient(web.client(), web.at("engine.example", "/base/"));

  @AfterEach
  void close() {
    web.close();
  }

  private void answers(String path, String json) {
    web.page("/base" + path, "application/json", json.getBytes(UTF_8));
  }

  private ScriptedWeb.Request request() {
    return web.requests().getLast();
  }

  @Test
  void duckDuckGoNamesWhereItsLinksLeadTo() throws IOException {
    web.html(
        "/base/html/",
        """
        <div class="result results_links results_links_deep result--ad">
          <a class="result__a" href="https://duckduckgo.com/y.js?ad_domain=shop.example">Ad</a></div>
        <div class="result results_links results_links_deep web-result ">
          <h2 class="result__title"><a rel="nofollow" class="result__a"
            href="//duckduckgo.com/l/?uddg=https%3A%2F%2Fone.example%2Fa%3Fb%3D1%26c%3D2&amp;rut=9">The
            <b>first</b> &amp; best</a></h2>
          <a class="result__snippet" href="//duckduckgo.com/l/?uddg=x">About <b>it</b></a></div>
        <div class="result web-result"><a class="result__a" href="https://two.example/#top">Two</a></div>
        <div class="result"><a class="result__a" href="javascript:alert(1)">Three</a></div>
        <div class="result"><a class="result__a" href="//duckduckgo.com/l/?uddg=%E0%zz">Four</a></div>
        <div class="result"><a class="result__a" href="//duckduckgo.com/about">Five</a></div>
        <div class="result">Six</div>
        """);

    var hits = new DuckDuckGo(client).search("what & why?");

    assertThat(hits)
        .containsExactly(
            new Hit(URI.create("https://one.example/a?b=1&c=2"), "The first & best", "About it"),
            new Hit(URI.create("https://two.example/"), "Two", ""));
    assertThat(request().target().getRawQuery()).isEqualTo("q=what+%26+why%3F");
  }

  @Test
  void duckDuckGoSaysThatItWantsToSeeAPerson() {
    web.status(
        "/base/html/",
        202,
        "<form id=challenge-form><div class=anomaly-modal__title>Bots use us too</div></form>");

    assertThatThrownBy(() -> new DuckDuckGo(client).search("x"))
        .isInstanceOf(SearchFailureException.class)
        .hasMessage("wants to see that a person is searching");
  }

  @Test
  void searXngIsAskedForJson() throws IOException {
    answers(
        "/search",
        """
        {"query": "x", "results": [
          {"url": "https://one.example/", "title": "One", "content": "About one", "engine": "e"},
          {"url": "magnet:?xt=1", "title": "No page", "content": ""},
          {"title": "No address"},
          {"url": "http://two.example/b", "title": null}], "answers": []}
        """);

    assertThat(new SearXng(client).search("x y"))
        .containsExactly(
            new Hit(URI.create("https://one.example/"), "One", "About one"),
            new Hit(URI.create("http://two.example/b"), "", ""));
    assertThat(request().target().getRawQuery().split("&"))
        .containsExactlyInAnyOrder("q=x+y", "format=json");
  }

  @Test
  void tavilyIsAskedWithItsKey() throws IOException {
    answers(
        "/search",
        """
        {"query": "x", "answer": null, "results": [{"title": "One", "url": "https://one.example/",
          "content": "About one", "score": 0.9, "raw_content": null}], "response_time": "1.6"}
        """);

    assertThat(new Tavily(client, KEY).search("x \"y\""))
        .containsExactly(new Hit(URI.create("https://one.example/"), "One", "About one"));
    assertThat(request().method()).isEqualTo("POST");
    assertThat(request().header("Authorization")).isEqualTo("Bearer a-key-of-somebody");
    assertThat(request().header("Content-type")).startsWith("application/json");
    assertThat(new ObjectMapper().readTree(request().body()))
        .isEqualTo(new ObjectMapper().readTree("{\"query\": \"x \\\"y\\\"\", \"max_results\": 8}"));
  }

  @Test
  void braveIsAskedWithItsKey() throws IOException {
    answers(
        "/res/v1/web/search",
        """
        {"type": "search", "web": {"type": "search", "results": [{"title": "One &amp; only",
          "url": "https://one.example/", "description": "About <strong>one</strong>"}]}}
        """);

    assertThat(new Brave(client, KEY).search("x"))
        .containsExactly(new Hit(URI.create("https://one.example/"), "One & only", "About one"));
    assertThat(request().header("X-subscription-token")).isEqualTo("a-key-of-somebody");
    assertThat(request().target().getRawQuery().split("&"))
        .containsExactlyInAnyOrder("q=x", "count=8");
  }

  @Test
  void askedForNoMoreThanItWants() throws IOException {
    var result = "{\"url\": \"https://one.example/\", \"title\": \"One\"}";
    answers("/search", "{\"results\": [" + (result + ",").repeat(50) + result + "]}");

    assertThat(new SearXng(client).search("x")).hasSize(SearchEngine.MOST);
  }

  @ParameterizedTest
  @CsvSource({
    "401, does not let us search",
    "403, does not let us search",
    "429, wants no more questions for now",
    "301, answered with status 301",
    "500, answered with status 500",
    "200, gave an answer that nobody understands",
  })
  void saysWhyItDidNotAnswer(int status, String why) {
    web.status("/base/search", status, "<p>nothing</p>");

    assertThatThrownBy(() -> new SearXng(client).search("x"))
        .isInstanceOf(SearchFailureException.class)
        .hasMessage(why);
    assertThat(web.requests()).hasSize(1);
  }

  @Test
  void findsNothingInAnAnswerOfAnotherForm() throws IOException {
    for (var json : new String[] {"{}", "[]", "null", "{\"results\": 1}", "{\"web\": []}", ""}) {
      answers("/search", json.isEmpty() ? " " : json);
      answers("/res/v1/web/search", json.isEmpty() ? " " : json);

      assertThat(new SearXng(client).search("x")).isEmpty();
      assertThat(new Brave(client, KEY).search("x")).isEmpty();
    }
  }

  @Test
  void keepsItsKeyOutOfSight() {
    assertThat(new Tavily(client, KEY).toString()).doesNotContain("a-key");
    assertThat(new Brave(client, KEY).toString()).doesNotContain("a-key");
  }
}
