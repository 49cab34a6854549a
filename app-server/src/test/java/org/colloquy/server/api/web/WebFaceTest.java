package org.colloquy.server.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the page for people without the app is made of, and how it is handed out.
class WebFaceTest {
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("x"));
  private static final TestClient ANYBODY = new TestClient(SERVER.port(), "");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern LINK =
      Pattern.compile("(?:href|src)=\"(/[^\"]*)\"|(?:from |import\\()'([^']*)'");
  private static final Pattern TEXT =
      Pattern.compile("data-(?:text|label|hint)=\"([^\"]+)\"|\\b(?:text|tell)\\('([^'$]+)'");
  private static final Pattern GAP = Pattern.compile("\\{\\d}");

  @AfterAll
  static void close() {
    SERVER.close();
  }

  /// Everything that the page refers to, and what that refers to.
  static Stream<String> files() {
    var found = new TreeSet<String>();
    find("/web/", found);
    return found.stream();
  }

  private static void find(String path, Set<String> found) {
    if (found.add(path) && !path.endsWith(".mjs") && !path.contains("marked")) {
      LINK.matcher(ANYBODY.get(path).body())
          .results()
          .map(link -> link.group(1) == null ? link.group(2).replace("./", "/web/") : link.group(1))
          .forEach(link -> find(link, found));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isThereForEverybodyAndMayDoLittle(String path) {
    var answer = ANYBODY.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';")
        .contains(
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "Set-Cookie")).isEmpty();
  }

  @Test
  void isOfManyParts() {
    assertThat(files())
        .contains("/web/start.js", "/web/marked.esm.js", "/web/purify.es.mjs", "/web/page.css")
        .hasSizeGreaterThan(18);
  }

  @Test
  void hasTheFontsThatFormulasAreDrawnWith() {
    var fonts =
        Pattern.compile("url\\((fonts/[^)]+\\.woff2)\\)")
            .matcher(ANYBODY.get("/web/katex.min.css").body())
            .results()
            .map(found -> ANYBODY.get("/web/" + found.group(1)));

    assertThat(fonts)
        .hasSizeGreaterThan(15)
        .allSatisfy(font -> {
          assertThat(font.statusCode()).isEqualTo(200);
          assertThat(header(font, "Content-Type")).isEqualTo("font/woff2");
        });
    assertThat(ANYBODY.get("/web/fonts/katex.mjs").statusCode()).isEqualTo(404);
  }

  @Test
  void hasNothingWrittenIntoItThatWouldBeRun() {
    assertThat(ANYBODY.get("/web/").body())
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:|http:|https:");
  }

  @Test
  void isSentOnceAsLongAsItStaysTheSame() {
    var first = ANYBODY.get("/web/start.js");
    var tag = header(first, "ETag");

    var again = get("/web/start.js", "If-None-Match", tag);

    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    assertThat(tag).matches("\"[0-9a-f]{64}\"");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(tag);
    assertThat(get("/web/start.js", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void isWhereBrowsersAreSentThatKnowOnlyTheServer() {
    var browser = get("/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    assertThat(browser.statusCode()).isEqualTo(303);
    assertThat(header(browser, "Location")).isEqualTo("/web/");
    assertThat(ANYBODY.get("/").statusCode()).isEqualTo(404);
    assertThat(ANYBODY.get("/").body()).isEqualTo("{\"error\":\"not found\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/web/openapi.yaml",
        "/web/WebFace.class",
        "/web/..%2Fdocs%2Findex.html",
        "/web/start.js%00",
        "/web/package.json",
      })
  void hasNoOtherFiles(String path) {
    assertThat(ANYBODY.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void hasEveryTextInEveryLanguageAndNoneThatNobodyShows() {
    var english = texts("en");
    var shown = new TreeSet<String>();
    var sources = new StringBuilder();
    files()
        .filter(path -> path.matches("/web/([a-z]+\\.js)?"))
        .forEach(path -> {
          var source = ANYBODY.get(path).body();
          sources.append(source);
          TEXT.matcher(source)
              .results()
              .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
              .forEach(shown::add);
        });

    assertThat(english.keySet()).containsAll(shown);
    assertThat(english.keySet())
        .allSatisfy(key ->
            assertThat(sources).containsAnyOf("'" + key + "'", "\"" + key + "\"", stem(key)));
    for (String language : WebFace.LANGUAGES) {
      var there = texts(language);
      assertThat(there.keySet()).as(language).isEqualTo(english.keySet());
      assertThat(there)
          .allSatisfy((key, words) -> {
            assertThat(words).as(key).isNotBlank();
            assertThat(gaps(words)).as(key).isEqualTo(gaps(english.getOrDefault(key, "")));
          });
    }
  }

  /// A key that is put together begins so where that is done.
  private static String stem(String key) {
    return "`" + key.substring(0, key.lastIndexOf('.') + 1) + "${";
  }

  private static Set<String> gaps(String words) {
    var found = new TreeSet<String>();
    GAP.matcher(words).results().forEach(gap -> found.add(gap.group()));
    return found;
  }

  private static Map<String, String> texts(String language) {
    try {
      return new JsonMapper()
          .readValue(
              ANYBODY.get("/web/" + language + ".json").body(),
              new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static HttpResponse<String> get(String path, String header, String value) {
    try {
      var address = URI.create("http://localhost:" + SERVER.port() + path);
      return HTTP.send(
          HttpRequest.newBuilder(address).header(header, value).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
