package org.colloquy.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
  private static final String SHARED = "http://localhost:3000";

  private final TryoutFace tryout = new TryoutFace();
  private final AtomicLong count = new AtomicLong();
  private HttpServer server;

  @BeforeEach
  void start() {
    var settings =
        new HttpSettings(
            InetAddress.getLoopbackAddress(),
            0,
            Set.of(),
            Set.of(SHARED),
            100_000,
            Duration.ofMillis(100));
    server =
        HttpServer.start(
            settings, List.of(tryout.face()), () -> new UUID(0, count.incrementAndGet()));
  }

  @AfterEach
  void stop() {
    tryout.silence.open();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things", "/things/", "//things", "//things//", "/%74hings"})
  void findsAPathWithOrWithoutSlashes(String path) {
    var answer = get(path);

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
    assertThat(get(path).body()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/thing", "/things/7", "/things/7/parts", "/%zz", "/../things/x"})
  void tellsNothingAboutPathsThatAreNotThere(String path) {
    var answer = get(path);

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.body()).startsWith("{\"error\":");
  }

  @Test
  void answersAWrongMethodInTheFacesForm() {
    var answer = send("DELETE", "/things/", "");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET, HEAD, OPTIONS, POST");
    assertThat(answer.body()).isEqualTo("{\"error\":\"method not allowed\"}");
  }

  @Test
  void answersHeadAsGetWithoutItsBody() {
    var answer = RawAnswer.to(server.port(), request("HEAD", "/things", "Connection: close\r\n"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Length")).contains("16");
    assertThat(answer.body()).isEmpty();
    assertThat(answer.closed()).isTrue();
  }

  @Test
  void answersHeadOfAStreamWithItsHeadOnly() {
    var answer = send("HEAD", "/stream/whole", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("text/plain");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void closesTheConnectionWhenAskedTo() {
    assertThat(get("/things").closed()).isFalse();
    var asked =
        RawAnswer.to(server.port(), request("GET", "/stream/whole", "Connection: close\r\n"));
    assertThat(asked.body()).endsWith("0\r\n\r\n");
  }

  @Test
  void refusesWhatIsNotAnId() {
    assertThat(get("/byId/" + new UUID(1, 2)).status()).isEqualTo(200);
    assertThat(get("/byId/1-1-1-1-1").status()).isEqualTo(404);
    assertThat(get("/byId/zzz").status()).isEqualTo(404);
  }

  @Test
  void knowsWhoAsks() {
    assertThat(get("/mine").status()).isEqualTo(401);
    assertThat(send("GET", "/mine", "Authorization: Bearer x\r\n").status()).isEqualTo(200);
  }

  @Test
  void tellsAnIncidentAndNotWhatHappened() {
    var answer = get("/unplanned");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"error\":\"internal error 00000001\"}");
  }

  @Test
  void sendsHeadersThatKeepBrowsersCareful() {
    for (var path : List.of("/things", "/nothing")) {
      assertThat(get(path).head())
          .contains("X-Content-Type-Options: nosniff")
          .contains("X-Frame-Options: DENY")
          .contains("Referrer-Policy: same-origin")
          .contains("Cache-Control: no-store")
          .doesNotContain("Access-Control");
    }
  }

  @Test
  void streamsInChunksAndEndsWithTheLastOne() {
    var answer = get("/stream/whole");

    assertThat(answer.header("Content-Type")).contains("text/plain");
    assertThat(answer.header("Transfer-Encoding")).contains("chunked");
    assertThat(answer.body())
        .isEqualTo("4\r\nHei \r\n" + "c\r\n" + latin("på deg 🙂") + "\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "unplanned", "unfinished"})
  void cutsAnAnswerThatFailsHalfway(String how) {
    var answer = get("/stream/" + how);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("a\r\nhalf a sen\r\n");
    assertThat(answer.closed()).isTrue();
  }

  @Test
  void turnsAFailureBeforeTheFirstByteIntoAStatus() {
    assertThat(get("/stream/early").status()).isEqualTo(503);
  }

  @Test
  void keepsASilentStreamAlive() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes(request("GET", "/stream/silent", "")));

      assertThat(readUntil(socket.getInputStream(), "3\r\n{}\n\r\n1\r\n\n\r\n1\r\n\n\r\n"))
          .contains("application/x-ndjson");
      tryout.silence.open();
      readUntil(socket.getInputStream(), "0\r\n\r\n");
    }
  }

  @Test
  void noticesThatTheReaderHasGone() throws IOException, InterruptedException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      socket.getOutputStream().write(bytes(request("GET", "/stream/endless", "")));
      readUntil(socket.getInputStream(), "more\n");
    }

    assertThat(tryout.readerLeft.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void saysThatItIsThereUntilItCloses() {
    assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(get("/health/ready/").status()).isEqualTo(200);

    server.announceClosing();

    assertThat(get("/health/live").status()).isEqualTo(200);
    assertThat(get("/health/ready").status()).isEqualTo(503);
  }

  @Test
  void letsThePagesOfAListedOriginIn() {
    var preflight =
        send("OPTIONS", "/mine", origin(SHARED) + "Access-Control-Request-Method: GET\r\n");

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
      assertThat(send("GET", path, origin(SHARED)).header("Access-Control-Allow-Origin"))
          .contains(SHARED);
    }
    assertThat(post("/things", origin(SHARED) + json(), "{}").status()).isEqualTo(201);
  }

  @Test
  void tellsABrowserNothingForOtherOrigins() {
    var preflight =
        send(
            "OPTIONS",
            "/mine",
            origin("http://evil.example") + "Access-Control-Request-Method: GET\r\n");

    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.head()).doesNotContain("Access-Control");
    assertThat(send("OPTIONS", "/mine", "").header("Allow")).contains("GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, '{\"a\":\"b\"}'",
    "application/json; charset=utf-8, '{\"a\":\"b\"}'",
    "APPLICATION/JSON, '{\"a\":\"b\"}'",
    "application/x-www-form-urlencoded, 'a=b'",
    "application/x-www-form-urlencoded, 'a=b&'",
  })
  void readsFieldsInEveryForm(String type, String body) {
    var answer = post("/things", "Content-Type: " + type + "\r\n", body);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"a\":\"b\"}");
  }

  @Test
  void readsFieldsOfAMultipartForm() {
    var body =
        String.join(
            "\r\n",
            "--xyz",
            "Content-Disposition: form-data; name=\"a\"",
            "",
            "b",
            "--xyz",
            "Content-Disposition: form-data; name=\"c\"",
            "Content-Type: text/plain",
            "",
            latin("på 🙂"),
            "--xyz--",
            "");

    var answer = post("/things", "Content-Type: multipart/form-data; boundary=xyz\r\n", body);

    assertThat(answer.body()).isEqualTo(latin("{\"a\":\"b\",\"c\":\"på 🙂\"}"));
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, '{}', 415",
    "'', '{}', 415",
    "application/xml, '<a/>', 415",
    "application/json, '{', 400",
    "application/json, '{}{}', 400",
    "application/json, '[]', 400",
    "application/json, 'null', 400",
    "application/json, '7', 400",
    "application/json, ' ', 400",
    "application/json, 'not json', 400",
    "multipart/form-data, '--x', 400",
    "multipart/form-data; boundary=x, 'rubbish', 201",
    "application/x-www-form-urlencoded, 'a=%zz', 400",
    "application/x-www-form-urlencoded, '=b&c', 201",
  })
  void refusesBodiesThatAreNotWhatTheySay(String type, String body, int status) {
    var header = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";

    assertThat(post("/things", header, body).status()).isEqualTo(status);
  }

  @Test
  void refusesNestingThatIsTooDeep() {
    var deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);

    assertThat(post("/things", json(), deep).status()).isEqualTo(400);
  }

  @Test
  void refusesABodyThatIsTooLargeAndGoesOn() {
    var large = "{\"a\":\"" + "x".repeat(200_000) + "\"}";

    assertThat(post("/things", json(), large).status()).isEqualTo(413);
    assertThat(get("/things").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":7,\"number\":1}",
        "{\"text\":\"a\",\"number\":\"one\"}",
        "{\"text\":\"a\",\"number\":1.5e400}",
        "{\"text\":\"a\",\"number\":1,\"more\":\"b\"}",
        "{\"text\":{},\"number\":1}",
        "{\"text\":true,\"number\":1}",
      })
  void refusesFieldsOfTheWrongKind(String body) {
    var answer = RawAnswer.to(server.port(), withBody("PUT", "/typed", json(), body));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void ignoresFieldsItDoesNotKnow() {
    var body = "{\"text\":\"a\",\"number\":1,\"other\":2}";

    var answer = RawAnswer.to(server.port(), withBody("PUT", "/typed", json(), body));

    assertThat(answer.body()).isEqualTo("{\"text\":\"a\",\"number\":1,\"more\":null}");
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
    var header = send("GET", "/things", "X-Long: " + "x".repeat(20_000) + "\r\n");
    var path = get("/" + "x".repeat(10_000));

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

  private RawAnswer get(String path) {
    return send("GET", path, "");
  }

  private RawAnswer send(String method, String path, String headers) {
    return RawAnswer.to(server.port(), request(method, path, headers));
  }

  private RawAnswer post(String path, String headers, String body) {
    return RawAnswer.to(server.port(), withBody("POST", path, headers, body));
  }

  private String request(String method, String path, String headers) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost:"
        + server.port()
        + "\r\n"
        + headers
        + "\r\n";
  }

  private String withBody(String method, String path, String headers, String body) {
    return request(method, path, headers + "Content-Length: " + body.length() + "\r\n") + body;
  }

  private static String json() {
    return "Content-Type: application/json\r\n";
  }

  private static String origin(String origin) {
    return "Origin: " + origin + "\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The UTF-8 bytes of a text, one character each, as [RawAnswer] shows and sends them.
  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String readUntil(InputStream in, String end) throws IOException {
    var text = new StringBuilder();
    while (!text.toString().endsWith(end)) {
      int next = in.read();
      assertThat(next).as("more after %s", text).isNotNegative();
      text.append((char) next);
    }
    return text.toString();
  }
}
