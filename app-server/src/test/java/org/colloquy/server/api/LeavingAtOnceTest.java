package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.api.agents.SocketClient;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may not be here any more is gone: what is open for them is closed while it is open.
class LeavingAtOnceTest {
  private static final SocketClient.Goodbye SENT_AWAY = new SocketClient.Goodbye(1008, "jwt error");

  private final Gate gate = new Gate();
  private final TestServer server =
      TestServer.with(
          new ScriptedChatModel(ScriptedReply.says("Hello", " you").waitingBefore(1, gate)));
  private final TestClient ole = server.member("ole");
  private final String olesId = Personas.account(ole);

  @AfterEach
  void close() {
    gate.open();
    server.close();
  }

  private void change(String json) {
    var answer = server.owner().send("PATCH", "/api/accounts/" + olesId, json);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private SocketClient socket(String token) {
    return SocketClient.open(server.port(), "?keep=1&token=" + token);
  }

  @Test
  void closesASocketWhoseAccountIsShutOut() {
    try (var socket = socket(ole.token())) {
      change("{\"disabled\":true}");
      assertThat(socket.goodbye()).isEqualTo(SENT_AWAY);
    }
  }

  @Test
  void closesASocketWhoseAccountIsRemoved() {
    try (var socket = socket(ole.token())) {
      server.owner().send("DELETE", "/users/" + olesId, "");
      assertThat(socket.goodbye()).isEqualTo(SENT_AWAY);
    }
  }

  @Test
  void closesASocketWhoseTokenIsRevoked() {
    var made = ole.post("/api/tokens", "{\"name\":\"x\",\"scopes\":[\"write\"],\"days\":1}").body();
    try (var socket = socket(TestClient.field(made, "token"))) {
      ole.send("DELETE", "/api/tokens/" + TestClient.field(made, "id"), "");
      assertThat(socket.goodbye()).isEqualTo(SENT_AWAY);
    }
  }

  @Test
  void endsWhatIsBeingSaidOverASocketAndThenClosesIt() {
    try (var socket = socket(ole.token())) {
      socket.ask("hi");
      assertThat(socket.next()).contains("New conversation");
      assertThat(socket.next()).contains("Hello");
      gate.awaitReached();

      change("{\"disabled\":true}");

      assertThat(socket.goodbye()).isEqualTo(SENT_AWAY);
    }
  }

  @Test
  void leavesASocketOpenWhoseAccountIsWhatItWas() {
    gate.open();
    try (var socket = socket(ole.token())) {
      change("{\"role\":\"guest\"}");
      socket.ask("hi");
      assertThat(socket.next()).contains("New conversation");
      assertThat(socket.next()).contains("Hello");
    }
  }

  @Test
  void endsStreamsOfEveryReaderAndKeepsWhatWasSaid() throws IOException {
    var id = TestClient.field(ole.post("/api/conversations", "{}").body(), "id");
    var begun = ole.open("POST", "/api/conversations/" + id + "/turns", "{\"text\":\"hi\"}");
    gate.awaitReached();
    var turn = begun.headers().firstValue("Colloquy-Turn").orElseThrow();
    var again = ole.open("GET", "/api/turns/" + turn, "");

    change("{\"disabled\":true}");

    for (var reader : List.of(begun.body(), again.body())) {
      var text = new String(reader.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains("Hello").contains("\"event\":\"cancelled\"").doesNotContain("you");
    }
    assertThat(ole.get("/api/turns/" + turn).statusCode()).isEqualTo(401);
    change("{\"disabled\":false}");
    assertThat(again(ole).get("/api/conversations/" + id + "/messages").body())
        .contains("\"content\":\"Hello\"")
        .contains("\"state\":\"cut-off\"");
  }

  /// Who was shut out has to sign in again.
  private TestClient again(TestClient client) {
    assertThat(client.get("/api/server").statusCode()).isEqualTo(401);
    var who = "{\"username\":\"ole\",\"password\":\"a good password\"}";
    var tokens = new TestClient(server.port(), "").post("/user/auth", who).body();
    return new TestClient(server.port(), TestClient.field(tokens, "access"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chats", "/api/server"})
  void countsForTheLocalOwnerToo(String path) {
    change("{\"role\":\"owner\"}");
    var local = server.owner();
    var localsId = TestClient.field(local.get("/api/server").body(), "id");
    var silent = new TestClient(server.port(), "");
    var boss = "/api/accounts/" + localsId;

    assertThat(ole.send("PATCH", boss, "{\"role\":\"member\"}").statusCode()).isEqualTo(200);
    assertThat(local.get(path).statusCode()).isEqualTo(200);
    assertThat(local.get("/api/accounts").statusCode()).isEqualTo(403);

    assertThat(ole.send("PATCH", boss, "{\"disabled\":true}").statusCode()).isEqualTo(200);
    assertThat(local.get(path).statusCode()).isEqualTo(401);
    assertThat(silent.get(path).statusCode()).isEqualTo(401);
  }
}
