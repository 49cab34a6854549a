package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.server.SettableClock;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.config.SharingConfig;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Endpoint;
import org.colloquy.server.http.RawAnswer;
import org.colloquy.server.sharing.NetworkClient;
import org.colloquy.server.sharing.RawTls;
import org.colloquy.server.sharing.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is taken for the local owner without a login: programs on this machine that ask the listener
/// of this machine by one of its own names, and nobody else.
class NearbyOnlyTest {
  @TempDir private static Path folder;

  private static final TestServer SERVER =
      TestServer.with(
          ScriptedChatModel.saying("x"),
          ServerConfig.in(Path.of("unused"), Path.of("unused"))
              .withSharing(
                  new SharingConfig(
                      SharingConfig.Wanted.AS_CHOSEN, 0, null, Set.of("chat.example.org:443"))));
  private static SharedServer shared;

  @BeforeAll
  static void share() {
    var clock = new SettableClock();
    clock.advance(Duration.between(clock.instant(), Instant.now()));
    shared = new SharedServer(folder, clock, SERVER.facesForOthers());
  }

  @AfterAll
  static void close() {
    shared.close();
    SERVER.close();
  }

  private static NetworkClient client(String token) {
    return shared.client(token);
  }

  private static RawAnswer near(String host, String headers) {
    return RawAnswer.to(
        SERVER.port(), "GET /chats HTTP/1.1\r\nHost: %s\r\n%s\r\n".formatted(host, headers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
  void takesProgramsOfThisMachineForTheOwner(String name) {
    assertThat(near(name + ":" + SERVER.port(), "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded: for=192.168.1.9",
        "X-Forwarded-For: 192.168.1.9",
        "X-Forwarded-Host: chat.example.org",
        "X-Forwarded-Proto: https",
        "X-Real-IP: 192.168.1.9",
        "via: 1.1 front",
      })
  void takesNobodyForTheOwnerWhoseRequestWasPassedOn(String header) {
    assertThat(near("localhost:" + SERVER.port(), header + "\r\n").status()).isEqualTo(401);
  }

  @Test
  void takesNobodyForTheOwnerWhoCallsThisServerByANameForOthers() {
    assertThat(near("chat.example.org", "").status()).isEqualTo(401);
    assertThat(near("chat.example.org:" + SERVER.port(), "").status()).isEqualTo(421);
  }

  static Stream<Door> doorsForOthers() {
    return SERVER.facesForOthers().stream()
        .flatMap(face -> face.paths().endpoints().stream().map(end -> new Door(face, end)))
        .filter(door -> door.endpoint() instanceof Endpoint.SignedIn);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doorsForOthers")
  void wantsATokenFromOthersAtEveryDoor(Door door) {
    var address = shared.address() + door.path("00000000-0000-0000-0000-000000000000");
    try (var nobody = client("");
        var window = client(TestServer.LOCAL_TOKEN)) {
      assertThat(nobody.send(door.endpoint().method(), address, "").statusCode()).isEqualTo(401);
      assertThat(window.send(door.endpoint().method(), address, "").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void letsOthersInWithATokenOfTheirOwn() {
    var ada = SERVER.member("ada").token();
    try (var client = client(ada)) {
      for (var path : new String[] {"/chats", "/api/conversations", "/v1/models"}) {
        assertThat(client.get(shared.address() + path).statusCode()).as(path).isEqualTo(200);
      }
      assertThat(client.get(shared.address() + "/api/sharing").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void doesNotKnowTheTokenOfTheWindowInTheAddressOfAWebSocket() {
    var refused =
        RawTls.answer(
            shared.port(),
            """
            GET /async_chat?token=%s HTTP/1.1
            Host: localhost:%d
            Connection: Upgrade
            Upgrade: websocket
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

            """
                .formatted(TestServer.LOCAL_TOKEN, shared.port())
                .replace("\n", "\r\n"));

    assertThat(refused).contains("101 Switching").contains("jwt error");
  }

  @ParameterizedTest
  @CsvSource({"/user/register/, 400", "/users, 400", "/auth/register, 422"})
  void makesNoAccountsForOthersWhoWereNotInvited(String path, int status) {
    var registration =
        """
        {"username":"eve","email":"eve@example.org","password":"a good password","first_name":"E",
         "last_name":"E","country":"","affiliation":"","position":"","field_of_study":""}
        """;
    try (var client = client("")) {
      var refused = client.send("POST", shared.address() + path, registration);
      assertThat(refused.statusCode()).isEqualTo(status);
      assertThat(refused.body()).contains("takes an invitation here");
    }
    var near = new TestClient(SERVER.port(), "");
    assertThat(
            near.post(path, registration.replace("eve", "eve" + status + path.length()))
                .statusCode())
        .isEqualTo(201);
  }
}
