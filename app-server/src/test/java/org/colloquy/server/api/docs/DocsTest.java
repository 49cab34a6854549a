package org.colloquy.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The page for browsing the APIs, on a computer without the internet.
class DocsTest {
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("x"));
  private static final TestClient ANYBODY = new TestClient(SERVER.port(), "");
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/openapi.json, application/json",
    "/openapi.yaml, application/yaml",
    "/docs, text/html; charset=utf-8",
    "/docs/, text/html; charset=utf-8",
    "/docs/start.js, text/javascript; charset=utf-8",
    "/docs/swagger-ui-bundle.js, text/javascript; charset=utf-8",
    "/docs/swagger-ui.css, text/css; charset=utf-8",
    "/docs/page.css, text/css; charset=utf-8",
  })
  void isThereForEverybody(String path, String contentType) {
    var answer = ANYBODY.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(contentType);
    assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.body()).isNotBlank();
  }

  @Test
  void takesEverythingFromThisServer() {
    var page = ANYBODY.get("/docs");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("http", "unsafe", "*");
    assertThat(links(page.body()))
        .isNotEmpty()
        .allSatisfy(link -> {
          if (!link.equals("data:,")) {
            assertThat(ANYBODY.get(link).statusCode()).as(link).isEqualTo(200);
          }
        });
    assertThat(page.body()).doesNotContain("http:").doesNotContain("https:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/nothing.js",
        "/docs/package.json",
        "/docs/..%2Fopenapi.yaml",
        "/docs/index.html%00",
        "/docs/oauth2-redirect.html",
      })
  void hasNoOtherFiles(String path) {
    var answer = ANYBODY.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"not found\"}");
  }

  private static Stream<String> links(String page) {
    return LINK.matcher(page).results().map(link -> link.group(1));
  }
}
