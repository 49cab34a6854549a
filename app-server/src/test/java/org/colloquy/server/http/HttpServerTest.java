package org.colloquy.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.server.http.TryoutServer.JSON;
import static org.colloquy.server.http.TryoutServer.SHARED;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every request meets before and after a route.
class HttpServerTest {
  private final TryoutServer server = new TryoutServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things", "/things/", "//things", "//things//", "/%74hings"})
  void findsAPathWithOrWithoutSlashes(String path) {
    var answer = server.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"things\":\"all\"}");
    assertThat(answer.header("Content-Type")).contains("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "/things/7/parts/8, '[\"7\",\"8\"]'",
    "/things//7/parts/8/, '[\"7\",\"8\"]'",
    "/things/a%2Fb/parts/c+d, '[\"a/b\",\"c+d\"]'",
    "/things/p%C3%A5/parts/%20, '[\"pÃ¥\",\" \"]'",
    "/things/special/parts/one, '\"special\"'",
  })
  void readsWhatStandsInThePath(String path, String body) {
    assertThat(server.get(path).body()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/thing", "/things/7", "/things/7/parts", "/%zz", "/../things/x"})
  void tellsNothingAboutPathsThatAreNotThere(String path) {
    var answer = server.get(path);

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.body()).startsWith("{\"error\":");
  }

  @Test
  void answersAWrongMethodInTheFacesForm() {
    var answer = server.send("DELETE", "/things/", "");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET, HEAD, OPTIONS, POST");
    assertThat(answer.body()).isEqualTo("{\"error\":\"method not allowed\"}");
  }

  @Test
  void answersHeadAsGetWithoutItsBody() {
    var answer = server.send("HEAD", "/things", "Connection: close\r\n");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Length")).contains("16");
    assertThat(answer.body()).isEmpty();
    assertThat(answer.closed()).isTrue();
  }

  @Test
  void closesTheConnectionWhenAskedTo() {
    assertThat(server.get("/things").closed()).isFalse();
    var asked = server.send("GET", "/stream/whole", "Connection: close\r\n");
    assertThat(asked.body()).endsWith("0\r\n\r\n");
  }

  @Test
  void refusesWhatIsNotAnId() {
    assertThat(server.get("/byId/" + new UUID(1, 2)).status()).isEqualTo(200);
    assertThat(server.get("/byId/1-1-1-1-1").status()).isEqualTo(404);
    assertThat(server.get("/byId/zzz").status()).isEqualTo(404);
  }

  @Test
  void knowsWhoAsks() {
    assertThat(server.get("/mine").status()).isEqualTo(401);
    assertThat(server.send("GET", "/mine", "Authorization: Bearer x\r\n").status()).isEqualTo(200);
  }

  @Test
  void tellsAnIncidentAndNotWhatHappened() {
    var answer = server.get("/unplanned");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"error\":\"internal error 00000001\"}");
  }

  @Test
  void sendsHeadersThatKeepBrowsersCareful() {
    for (var path : List.of("/things", "/nothing")) {
      assertThat(server.get(path).head())
          .contains("X-Content-Type-Options: nosniff")
          .contains("X-Frame-Options: DENY")
          .contains("Referrer-Policy: same-origin")
          .contains("Cache-Control: no-store")
          .doesNotContain("Access-Control");
    }
  }

  @Test
  void saysThatItIsThereUntilItCloses() {
    assertThat(server.get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(server.get("/health/ready/").status()).isEqualTo(200);

    server.server.announceClosing();

    assertThat(server.get("/health/live").status()).isEqualTo(200);
    assertThat(server.get("/health/ready").status()).isEqualTo(503);
  }

  @Test
  void letsThePagesOfAListedOriginIn() {
    var preflight =
        server.send("OPTIONS", "/mine", origin(SHARED) + "Access-Control-Request-Method: GET\r\n");

    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.body()).isEmpty();
    assertThat(preflight.head())
        .contains("Access-Control-Allow-Origin: " + SHARED)
        .contains("Access-Control-Allow-Credentials: true")
        .contains("Access-Control-Allow-Methods: GET, POST, PUT, PATCH, DELETE, OPTIONS")
        .contains("x-user-id")
        .contains("Access-Control-Max-Age: 86400")
        .contains("Vary: Accept, Origin");
    for (var path : List.of("/things", "/mine", "/nothing", "/unplanned")) {
      assertThat(server.send("GET", path, origin(SHARED)).header("Access-Control-Allow-Origin"))
          .contains(SHARED);
    }
    assertThat(server.post("/things", origin(SHARED) + JSON, "{}").status()).isEqualTo(201);
  }

  @Test
  void tellsABrowserNothingForOtherOrigins() {
    var preflight =
        server.send(
            "OPTIONS",
            "/mine",
            origin("http://evil.example") + "Access-Control-Request-Method: GET\r\n");

    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.head()).doesNotContain("Access-Control");
    assertThat(server.send("OPTIONS", "/mine", "").header("Allow")).contains("GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /things HTTP/1.1||",
        "GET /things HTTP/1.1|Host: a|Host: b||",
        "GET /thi ngs HTTP/1.1|Host: localhost||",
        "POST /things HTTP/1.1|Host: localhost|Content-Length: -1||",
        "POST /things HTTP/1.1|Host: localhost|Content-Length: 1|Transfer-Encoding: chunked||",
      })
  void refusesWhatIsNotHttpWithoutRepeatingIt(String request) {
    var answer = RawAnswer.to(server.port(), request.replace("|", "\r\n"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Bad Request\"}");
  }

  @Test
  void refusesHeadsThatAreTooLong() {
    var header = server.send("GET", "/things", "X-Long: " + "x".repeat(20_000) + "\r\n");
    var path = server.get("/" + "x".repeat(140_000));

    assertThat(header.status()).isEqualTo(400);
    assertThat(header.body()).startsWith("{\"error\":");
    assertThat(path.status()).isEqualTo(414);
    assertThat(path.body()).startsWith("{\"error\":");
  }

  @Test
  void doesNotListenToAnAddressWithinThePath() {
    var answer =
        RawAnswer.to(
            server.port(),
            "GET http://evil.example/things HTTP/1.1\r\nHost: localhost:"
                + server.port()
                + "\r\n\r\n");

    assertThat(answer.status()).isIn(400, 404, 421);
  }

  private static String origin(String origin) {
    return "Origin: " + origin + "\r\n";
  }
}
