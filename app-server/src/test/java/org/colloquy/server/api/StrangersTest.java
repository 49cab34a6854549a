package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.api.docs.RequestForms;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What belongs to somebody else is not found: wherever an id may stand in a path, a query or a
/// body, as the description of the APIs says, Ada puts the id of everything that Eve has.
class StrangersTest {
  private static final TestServer SERVER =
      TestServer.with(ScriptedChatModel.saying("said to eve, only hers"));
  private static final RequestForms FORMS = RequestForms.of(SERVER);
  private static final TestClient ADA = SERVER.member("ada");
  private static final TestClient EVE = SERVER.member("eve");
  private static final List<String> ADAS = things(ADA, "mine", 1);
  private static final List<String> EVES = things(EVE, "hers", 9);

  /// Where something foreign does not stand in the way of an answer, and why.
  private static final Map<String, String> ANSWERED_ALL_THE_SAME =
      Map.ofEntries(
          Map.entry(
              "GET /get_history_conversation/{conversation}", "one that is not there is empty"),
          Map.entry(
              "GET /get_history_conversatino/{conversation}", "one that is not there is empty"),
          Map.entry("GET /db/{conversation}", "one that is not there is empty"));

  @AfterAll
  static void close() {
    SERVER.close();
  }

  /// The ids of one of everything that somebody can have, numbers and names as well.
  ///
  /// @param count how many of each are made; the last ones are told
  private static List<String> things(TestClient client, String whose, int count) {
    var ids = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      ids.clear();
      var chat = client.post("/api/conversations", "{\"title\":\"" + whose + "\"}").body();
      var id = TestClient.field(chat, "id");
      var turn = client.post("/api/conversations/" + id + "/turns", "{\"text\":\"" + whose + "\"}");
      var provider =
          client
              .post("/api/providers", "{\"name\":\"Lab\",\"address\":\"http://lab.example/v1\"}")
              .body();
      var lab = TestClient.field(provider, "id");
      var models = client.post("/api/providers/" + lab + "/models", "{}").body();
      var key =
          client
              .post(
                  "/api/keys",
                  "{\"provider\":\"%s\",\"nickname\":\"%s\",\"secret\":\"sk-0123456789abcdef\"}"
                      .formatted(lab, whose + i))
              .body();
      var token =
          client
              .post(
                  "/api/tokens",
                  "{\"name\":\"%s\",\"scopes\":[\"read\"],\"days\":1}".formatted(whose))
              .body();
      ids.addAll(both(chat));
      ids.addAll(both(turn.body()));
      ids.add(turn.headers().firstValue("Colloquy-Turn").orElseThrow());
      ids.addAll(both(provider));
      ids.addAll(both(models.substring(models.indexOf("\"models\""))));
      ids.addAll(both(key));
      ids.add(TestClient.field(key, "nickname"));
      ids.add(TestClient.field(token, "id"));
    }
    ids.add(TestClient.field(client.get("/api/server").body(), "id"));
    return List.copyOf(ids);
  }

  private static List<String> both(String json) {
    return List.of(TestClient.field(json, "id"), TestClient.field(json, "number"));
  }

  static Stream<Door> doors() {
    return Door.of(SERVER)
        .filter(door -> door.endpoint() instanceof Endpoint.SignedIn)
        .filter(door -> door.hasVariable() || FORMS.hasPlaces(door.endpoint()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doors")
  void findsNothingOfSomebodyElse(Door door) {
    var softly = new SoftAssertions();
    var before = seen();
    for (var id : EVES) {
      asked(door, id)
          .forEach(request -> {
            var answer = ADA.send(door.endpoint().method(), request.path(), request.body());
            softly
                .assertThat(answer.body())
                .as("%s %s", request.path(), request.body())
                .doesNotContain("hers")
                .doesNotContain("eve");
            int status = answer.statusCode();
            if (ANSWERED_ALL_THE_SAME.containsKey(
                door.endpoint().method() + " " + door.endpoint().path())) {
              softly.assertThat(status).as("%s %s", request.path(), request.body()).isLessThan(500);
            } else {
              softly
                  .assertThat(status)
                  .as("%s %s: %s", request.path(), request.body(), answer.body())
                  .isIn(400, 403, 404, 422);
            }
          });
    }
    softly.assertThat(seen()).isEqualTo(before);
    softly.assertAll();
  }

  /// The id in the path, and in the query and the body after a path of Ada's own.
  private static Stream<RequestForms.Request> asked(Door door, String id) {
    var form = FORMS.of(door.endpoint(), id);
    if (!door.hasVariable()) {
      return Stream.of(form.at(door.endpoint().path()));
    }
    var withTheirs = Stream.of(form.at(door.path(id)));
    return FORMS.hasPlaces(door.endpoint())
        ? Stream.concat(withTheirs, ADAS.stream().map(ada -> form.at(door.path(ada))))
        : withTheirs;
  }

  @Test
  void findsEveryKindOfThingByItsOwner() {
    assertThat(EVES).hasSameSizeAs(ADAS).doesNotContainAnyElementsOf(ADAS);
    assertThat(Set.copyOf(EVES)).hasSizeGreaterThan(12);
  }

  /// What is Eve's.
  private static List<String> seen() {
    return Stream.of(
            "/api/conversations",
            "/api/keys",
            "/api/providers",
            "/api/tokens",
            "/api/settings",
            "/users/me",
            "/conversations")
        .map(path -> EVE.get(path).body())
        .toList();
  }
}
