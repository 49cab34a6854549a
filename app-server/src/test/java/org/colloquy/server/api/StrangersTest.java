package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.api.docs.RequestForms;
import org.colloquy.server.api.docs.RequestForms.Place;
import org.colloquy.server.api.docs.RequestForms.Request;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What belongs to somebody else is not found: wherever an id may stand in a path, a query or a
/// body, as the description of the APIs says, Ada puts the id of everything that Eve has.
class StrangersTest {
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("fine"));
  private static final RequestForms FORMS = RequestForms.of(SERVER);
  private static final TestClient ADA = SERVER.member("ada");
  private static final TestClient EVE = SERVER.member("eve");
  private static final List<String> ADAS = things(ADA, "mine", 1);
  private static final List<String> EVES = things(EVE, "hers", 9);

  private static final List<Integer> REFUSED = List.of(400, 403, 404, 422);

  /// Where a conversation that is not there is empty.
  private static final Set<String> ANSWERED_ALL_THE_SAME =
      Set.of(
          "GET /get_history_conversation/{conversation}",
          "GET /get_history_conversatino/{conversation}",
          "GET /db/{conversation}");

  /// What does not count there: the answer is not put into the conversation, a key goes with a
  /// model.
  private static final Set<String> NOT_LOOKED_AT =
      Set.of(
          "POST /llm/chat conversation_id",
          "POST /api/conversations/{id}/turns key",
          "POST /api/conversations/{id}/context key");

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
      // For a provider of everybody's, so that the key's owner alone stands in the way.
      var shared = TestClient.field(client.get("/api/providers").body(), "id");
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
                      .formatted(shared, nickname(client, i)))
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
    ids.add(TestClient.field(client.get("/api/sessions").body(), "id"));
    var folder = client.post("/api/folders", "{\"name\":\"" + whose + "\",\"keepDays\":null}");
    ids.add(TestClient.field(folder.body(), "id"));
    return List.copyOf(ids);
  }

  /// Not a word that must not be told: who names it hears it again.
  private static String nickname(TestClient client, int number) {
    return (client.equals(EVE) ? "second" : "first") + number;
  }

  private static List<String> both(String json) {
    return List.of(TestClient.field(json, "id"), TestClient.field(json, "number"));
  }

  static Stream<Door> doors() {
    return Door.of(SERVER)
        .filter(door -> door.endpoint() instanceof Endpoint.SignedIn)
        .filter(door -> door.hasVariable() || !places(door).isEmpty());
  }

  private static List<Place> places(Door door) {
    return FORMS.places(door.endpoint()).stream()
        .filter(place -> !NOT_LOOKED_AT.contains(door.name() + " " + place.name()))
        .toList();
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
            var asked = request.path() + " " + request.body();
            softly.assertThat(answer.body()).as(asked).doesNotContain("hers").doesNotContain("eve");
            softly
                .assertThat(answer.statusCode())
                .as("%s: %s", asked, answer.body())
                .isIn(door.isOneOf(ANSWERED_ALL_THE_SAME) ? List.of(200, 404, 422) : REFUSED);
          });
    }
    softly.assertThat(seen()).isEqualTo(before);
    softly.assertAll();
  }

  /// The id at each place in turn, with Ada's own at all others that there have to be.
  private static Stream<Request> asked(Door door, String id) {
    var endpoint = door.endpoint();
    var places = places(door);
    var inPath =
        door.hasVariable()
            ? filled(places).map(others -> FORMS.request(endpoint, door.path(id), others))
            : Stream.<Request>empty();
    var elsewhere =
        places.stream()
            .flatMap(place ->
                paths(door)
                    .flatMap(path ->
                        filled(places)
                            .map(others -> {
                              var all = new HashMap<>(others);
                              all.put(place, id);
                              return FORMS.request(endpoint, path, all);
                            })));
    return Stream.concat(inPath, elsewhere).distinct();
  }

  private static Stream<String> paths(Door door) {
    return door.hasVariable() ? ADAS.stream().map(door::path) : Stream.of(door.endpoint().path());
  }

  /// What has to be there, filled with everything that Ada has.
  private static Stream<Map<Place, String>> filled(List<Place> places) {
    var needed = places.stream().filter(Place::needed).toList();
    return needed.isEmpty()
        ? Stream.of(Map.of())
        : ADAS.stream()
            .map(own -> needed.stream().collect(Collectors.toMap(place -> place, _ -> own)));
  }

  @ParameterizedTest
  @MethodSource("requestsWithAKey")
  void asksNoProviderWithTheKeyOfSomebodyElse(String path, String body) {
    var shared = ADA.get("/api/providers").body();
    var model = TestClient.field(shared.substring(shared.indexOf("\"models\"")), "id");
    for (var owner : List.of(ADAS, EVES)) {
      var ids =
          Map.of(
              "CONVERSATION", ADAS.get(0),
              "NUMBER", ADAS.get(1),
              "PROVIDER", TestClient.field(shared, "id"),
              "MODEL", model,
              "KEY", owner.get(9),
              "KEYS_NUMBER", owner.get(10),
              "NICKNAME", owner.get(11));
      var answer = ADA.post(filled(path, ids), filled(body, ids));
      assertThat(answer.statusCode()).isEqualTo(owner.equals(ADAS) ? 200 : 404);
    }
  }

  static Stream<Arguments> requestsWithAKey() {
    var send = "'content':'hi','model':'gpt-4o','conversation_id':{NUMBER}";
    return Stream.of(
        Arguments.of(
            "/api/conversations/{CONVERSATION}/turns",
            "{'text':'hi','model':'{MODEL}','key':'{KEY}'}"),
        Arguments.of("/api/providers/{PROVIDER}/models", "{'key':'{KEY}'}"),
        Arguments.of("/chat/sendMessage", "{" + send + ",'apikey_id':{KEYS_NUMBER}}"),
        Arguments.of("/chat/sendMessage", "{" + send + ",'apikey_nickname':'{NICKNAME}'}"));
  }

  private static String filled(String text, Map<String, String> ids) {
    var filled = text.replace('\'', '"');
    for (var id : ids.entrySet()) {
      filled = filled.replace("{" + id.getKey() + "}", id.getValue());
    }
    return filled;
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
            "/api/folders",
            "/api/settings",
            "/users/me",
            "/conversations")
        .map(path -> EVE.get(path).body())
        .toList();
  }
}
