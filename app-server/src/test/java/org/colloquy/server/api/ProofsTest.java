package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.Endpoint;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.Json;
import org.colloquy.server.http.RawAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint that wants to know who asks, asked with every kind of bad proof, and asked for
/// what belongs to somebody else.
class ProofsTest {
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("x"));
  private static final Set<String> WITHOUT_LOGIN = Set.of("chats", "prompt");

  private static final Map<Why, String> PROOFS = proofs();
  private static final TestClient ADA = SERVER.member("ada");
  private static final TestClient EVE = SERVER.member("eve");
  private static final List<String> EVES = things(EVE);

  /// A body with every field that any endpoint asks for.
  private static final String EVERYTHING =
      """
      {"title":"x","name":"x","text":"x","content":"x","message":"x","role":"user","model":"x",\
      "username":"someone","email":"someone@lab.example","password":"x"}\
      """;

  private static Map<Why, String> proofs() {
    SERVER.core().member("late");
    var expired = SERVER.core().signIn("late").access();
    SERVER.core().clock().advance(Duration.ofHours(1));
    var gone = SERVER.member("gone");
    gone.send("DELETE", "/users/" + account(gone), "");
    return Map.of(
        Why.MISSING, "",
        Why.MALFORMED, "Authorization: Bearer\r\n",
        Why.NOT_VALID, bearer(expired),
        Why.WRONG_KIND, bearer(SERVER.core().signIn("late").refresh()),
        Why.NO_ACCOUNT, bearer(gone.token()));
  }

  private static String bearer(String token) {
    return "Authorization: Bearer " + token + "\r\n";
  }

  private static String account(TestClient client) {
    return TestClient.field(client.get("/users/validate-token").body(), "user_id");
  }

  /// The ids of one of everything that somebody can have, numbers as well.
  private static List<String> things(TestClient client) {
    var chat = client.post("/api/conversations", "{\"title\":\"hers\"}").body();
    var id = TestClient.field(chat, "id");
    var turn = client.post("/api/conversations/" + id + "/turns", "{\"text\":\"hers\"}");
    var provider =
        client.post("/api/providers", "{\"name\":\"Lab\",\"address\":\"http://lab.example/v1\"}");
    var key =
        client.post(
            "/api/keys",
            "{\"provider\":\"%s\",\"nickname\":\"hers\",\"secret\":\"sk-0123456789abcdef\"}"
                .formatted(TestClient.field(provider.body(), "id")));
    return List.of(
        id,
        TestClient.field(chat, "number"),
        TestClient.field(turn.body(), "id"),
        turn.headers().firstValue("Colloquy-Turn").orElseThrow(),
        TestClient.field(provider.body(), "id"),
        TestClient.field(key.body(), "id"),
        account(client));
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<Arguments> endpoints() {
    return SERVER.faces().stream()
        .flatMap(face ->
            face.paths().endpoints().stream()
                .filter(endpoint -> endpoint instanceof Endpoint.SignedIn)
                .map(endpoint -> Arguments.of(endpoint.method(), endpoint.path(), face)));
  }

  static Stream<Arguments> endpointsWithAnId() {
    return endpoints().filter(endpoint -> endpoint.get()[1].toString().contains("{"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("endpoints")
  void tellsInTheFacesWordsWhatIsWrongWithAProof(String method, String path, Face face) {
    PROOFS.forEach((why, proof) -> {
      if (why == Why.MISSING && WITHOUT_LOGIN.contains(face.name())) {
        return;
      }
      var expected = meant(method, path, face).problems().answer(new Problem.NotSignedIn(why));
      var answer = ask(method, path.replaceAll("\\{[a-z]+}", EVES.getFirst()), proof);

      assertThat(answer.status()).as("%s", why).isEqualTo(401).isEqualTo(expected.status());
      assertThat(answer.body()).as("%s", why).isEqualTo(text(expected));
    });
  }

  /// Of faces that share a path, the last one has the requests that no other claims.
  private static Face meant(String method, String path, Face face) {
    var owners = new HashMap<String, Face>();
    for (var each : SERVER.faces()) {
      for (var endpoint : each.paths().endpoints()) {
        owners.put(endpoint.method() + plain(endpoint.path()), each);
      }
    }
    return Objects.requireNonNullElse(owners.get(method + plain(path)), face);
  }

  private static String plain(String path) {
    return path.replaceAll("\\{[a-z]+}", "{}");
  }

  private static String text(Answer answer) {
    return answer.body() instanceof Answer.Text said ? said.text() : Json.text(answer.body());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("endpointsWithAnId")
  void findsNothingOfSomebodyElse(String method, String path, Face face) {
    var before = seen();
    for (var id : EVES) {
      var answer =
          ADA.send(
              method,
              path.replaceAll("\\{[a-z]+}", id),
              method.equals("GET") || method.equals("DELETE") ? "" : EVERYTHING);

      var type = answer.headers().firstValue("Content-Type").orElse("");
      assertThat(type).as("%s", id).doesNotContain("html");
      if (answer.statusCode() == 200) {
        // In the agents API a conversation that is not there has nothing in it.
        assertThat(face.name()).as("%s", id).isEqualTo("agents");
        assertThat(answer.body()).isEqualTo("[]");
      } else {
        assertThat(answer.statusCode()).as("%s", id).isIn(404, 403, 422);
      }
      assertThat(answer.body()).doesNotContain("hers").doesNotContain("eve");
    }
    assertThat(seen()).isEqualTo(before);
  }

  /// What is Eve's.
  private static List<String> seen() {
    return Stream.of(
            "/api/conversations", "/api/keys", "/api/providers", "/users/me", "/conversations")
        .map(path -> EVE.get(path).body())
        .toList();
  }

  private static RawAnswer ask(String method, String path, String headers) {
    return RawAnswer.to(
        SERVER.port(),
        "%s %s HTTP/1.1\r\nHost: localhost:%d\r\n%sContent-Length: 0\r\n\r\n"
            .formatted(method, path, SERVER.port(), headers));
  }
}
