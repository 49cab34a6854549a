package org.colloquy.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.server.http.TryoutServer.JSON;
import static org.colloquy.server.http.TryoutServer.latin;

import java.util.List;
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

  @ParameterizedTest
  @ValueSource(ints = {63, 64, 65})
  void takesListsInListsUntilTheyAreTooDeep(int depth) {
    var body = "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";

    assertThat(server.post("/things", JSON, body).status()).isEqualTo(depth <= 64 ? 201 : 400);
  }

  @Test
  void refusesNumbersAndNamesThatAreTooLong() {
    for (int more : List.of(0, 1)) {
      int status = more == 0 ? 201 : 400;
      var number = "{\"a\":" + "1".repeat(40 + more) + "}";
      var name = "{\"" + "a".repeat(1_000 + more) + "\":1}";

      assertThat(server.post("/things", JSON, number).status()).isEqualTo(status);
      assertThat(server.post("/things", JSON, name).status()).isEqualTo(status);
    }
  }

  @Test
  void refusesFormsWithTooManyFields() {
    var form = "Content-Type: application/x-www-form-urlencoded\r\n";
    assertThat(server.post("/things", form, "a&".repeat(99)).status()).isEqualTo(201);
    assertThat(server.post("/things", form, "a&".repeat(100)).status()).isEqualTo(400);

    var parts = "Content-Type: multipart/form-data; boundary=x\r\n";
    var part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
    assertThat(server.post("/things", parts, part.repeat(100) + "--x--\r\n").status())
        .isEqualTo(201);
    assertThat(server.post("/things", parts, part.repeat(101) + "--x--\r\n").status())
        .isEqualTo(400);
  }

  @Test
  void takesTheLongestNamesOfFilesInAnyLetters() {
    var parts = "Content-Type: multipart/form-data; boundary=x\r\n";
    var named =
        "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\""
            + latin("\u6f22".repeat(1_000))
            + "\"\r\n\r\nb\r\n--x--\r\n";

    assertThat(server.post("/things", parts, named).status()).isEqualTo(201);
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
