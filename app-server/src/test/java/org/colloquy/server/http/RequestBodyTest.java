package org.colloquy.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.server.http.TryoutServer.JSON;
import static org.colloquy.server.http.TryoutServer.latin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may stand in the body of a request.
class RequestBodyTest {
  private final TryoutServer server = new TryoutServer();

  @AfterEach
  void stop() {
    server.close();
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
    var answer = server.post("/things", "Content-Type: " + type + "\r\n", body);

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

    var answer =
        server.post("/things", "Content-Type: multipart/form-data; boundary=xyz\r\n", body);

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

    assertThat(server.post("/things", header, body).status()).isEqualTo(status);
  }

  @Test
  void refusesNestingThatIsTooDeep() {
    var deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);

    assertThat(server.post("/things", JSON, deep).status()).isEqualTo(400);
  }

  @Test
  void refusesABodyThatIsTooLargeAndGoesOn() {
    var large = "{\"a\":\"" + "x".repeat(200_000) + "\"}";

    assertThat(server.post("/things", JSON, large).status()).isEqualTo(413);
    assertThat(server.get("/things").status()).isEqualTo(200);
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
    var answer = server.sendBody("PUT", "/typed", JSON, body);

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void ignoresFieldsItDoesNotKnow() {
    var body = "{\"text\":\"a\",\"number\":1,\"other\":2}";

    var answer = server.sendBody("PUT", "/typed", JSON, body);

    assertThat(answer.body()).isEqualTo("{\"text\":\"a\",\"number\":1,\"more\":null}");
  }
}
