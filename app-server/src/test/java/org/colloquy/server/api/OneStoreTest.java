package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.ToolCall;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.api.agents.SocketClient;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is written through one face is read through all others.
class OneStoreTest {
  private static final String PASSWORD = "a good password";

  private final TestServer server =
      TestServer.with(
          new ScriptedChatModel(
              ScriptedReply.says("one"),
              ScriptedReply.says("two"),
              ScriptedReply.says("three").askingFor(new ToolCall("c1", "recall_memory", "{}")),
              ScriptedReply.says("four"),
              ScriptedReply.says("five"),
              ScriptedReply.says("six"),
              ScriptedReply.says("more")));
  private final Everywhere ada = new Everywhere(registered("ada"));
  private final Everywhere eve = new Everywhere(registered("eve"));

  @AfterEach
  void close() {
    server.close();
  }

  /// Signs up and in through the user chat API.
  private TestClient registered(String name) {
    var anybody = new Everywhere(anybody());
    anybody.send(
        "POST",
        "/user/register/",
        "{'first_name':'A','last_name':'B','username':'%s','email':'%s@lab.example','password':'%s'}"
            .formatted(name, name, PASSWORD));
    return new TestClient(server.port(), token("/user/auth/", name, "access"));
  }

  private TestClient anybody() {
    return new TestClient(server.port(), "");
  }

  private String token(String path, String name, String field) {
    var body = "{'username':'%s','password':'%s'}".formatted(name, PASSWORD);
    return new Everywhere(anybody()).send("POST", path, body).path(field).textValue();
  }

  @Test
  void isOneAccountWhereverOneSignsIn() {
    var tokens =
        List.of(
            ada.client().token(),
            token("/users/login", "ada", "token"),
            token("/auth/jwt/login", "ada@lab.example", "access_token"));

    var id = ada.get("/users/validate-token").path("user_id").textValue();
    for (var token : tokens) {
      var client = new Everywhere(new TestClient(server.port(), token));
      assertThat(client.get("/user/getInfo/").path("username").textValue()).isEqualTo("ada");
      assertThat(client.get("/users/validate-token").path("user_id").textValue()).isEqualTo(id);
      assertThat(client.get("/users/me").path("id").textValue()).isEqualTo(id);
      assertThat(client.get("/api/server").path("account").path("id").textValue()).isEqualTo(id);
    }
    assertThat(eve.get("/users/me").path("id").textValue()).isNotEqualTo(id);
  }

  @Test
  void keepsOneKeyForAll() {
    ada.send("POST", "/chat/addAPIKey/", "{'key':'sk-0123456789abcdef','nickname':'Mine'}");

    var kept = ada.get("/api/keys").path("keys").path(0);
    assertThat(kept.path("nickname").textValue()).isEqualTo("Mine");
    var shown = ada.get("/chat/user-llm-configs?provider_id=" + kept.path("provider").textValue());
    assertThat(shown.path("id")).isEqualTo(kept.path("id"));
    assertThat(shown.path("api_key").textValue()).isEqualTo("****cdef");
    assertThat(eve.get("/chat/getApiKeys/")).isEmpty();

    ada.client().send("DELETE", "/api/keys/" + kept.path("id").textValue(), "");
    assertThat(ada.get("/chat/getApiKeys/")).isEmpty();
  }

  @Test
  void showsInAllFacesWhatWasSaidInOne() {
    for (var id :
        List.of(saidInUserchat(), saidInChats(), saidInPrompt(), saidToAnAgent(), saidInApp())) {
      var said = ada.said(id);
      assertThat(said.get("app")).hasSizeBetween(2, 3).startsWith("person: question");
      assertThat(said.values()).allSatisfy(lines -> assertThat(lines).isEqualTo(said.get("app")));
      assertThat(ada.created(id)).hasSize(4).containsOnly(ada.created(id).getFirst());
      assertThat(eve.statuses(id, ada.number(id)).values()).containsOnly(404);
      assertThat(eve.get("/get_history_conversation/" + id)).isEmpty();
    }
    var stored = storedByAClient();
    assertThat(ada.said(stored).values())
        .allSatisfy(
            lines -> assertThat(lines).containsExactly("person: question", "model: answer"));
    assertThat(eve.titles().values()).containsOnly(List.of());
  }

  private String saidInUserchat() {
    var number = ada.send("POST", "/chat/createConversation/", "{}").path("id").asLong();
    ada.client()
        .post(
            "/chat/sendMessage/",
            "{\"conversation_id\":%d,\"apikey_nickname\":\"\",\"content\":\"question\",\"model\":\"local\"}"
                .formatted(number));
    return newest();
  }

  private String saidInChats() {
    var id = ada.send("POST", "/chats/create", "{'name':'chat'}").path("id").textValue();
    ada.send(
        "POST",
        "/conversations/create",
        "{'chat_id':'%s','role':'Human','message':'question'}".formatted(id));
    assertThat(ada.client().get("/conversations/inference/" + id).body()).contains("event: done");
    return id;
  }

  private String saidInPrompt() {
    return ada.send("POST", "/prompt?prompt=question", "").path("conversation_id").textValue();
  }

  private String saidToAnAgent() {
    var id = UUID.randomUUID().toString();
    var query = "?token=" + ada.client().token() + "&conversationID=" + id + "&keep=1";
    try (var socket = SocketClient.open(server.port(), query)) {
      socket.ask("question");
      while (!socket.next().contains("\"done\"")) {
        // The answer is read to its end.
      }
    }
    return id;
  }

  private String saidInApp() {
    var id = ada.send("POST", "/api/conversations", "{}").path("id").textValue();
    ada.client().post("/api/conversations/" + id + "/turns", "{\"text\":\"question\"}");
    return id;
  }

  private String storedByAClient() {
    var id = ada.send("POST", "/chat/conversations", "{'title':'stored'}").path("id").textValue();
    for (var line :
        List.of("'role':'user','content':'question'", "'role':'assistant','content':'answer'")) {
      ada.send("POST", "/chat/messages", "{'conversation_id':'%s',%s}".formatted(id, line));
    }
    return id;
  }

  private String newest() {
    return ada.get("/chat/conversations").path(0).path("id").textValue();
  }

  @Test
  void givesOneMessageTwoNames() {
    var id = saidInUserchat();

    var app = ada.get("/api/conversations/" + id + "/messages").path("messages");
    assertThat(Everywhere.texts(ada.userchat(id).path("messages"), "id"))
        .isEqualTo(Everywhere.texts(app, "number"));
    assertThat(Everywhere.texts(ada.get("/chat/conversations/" + id + "/messages"), "id"))
        .isEqualTo(Everywhere.texts(app, "id"));
    assertThat(Everywhere.texts(ada.chats(id), "id"))
        .isEqualTo(Everywhere.texts(app, "id").subList(1, 3));
    assertThat(ada.number(id)).isEqualTo(ada.userchat(id).path("id").asLong());
  }

  @Test
  void showsToolsToThoseWhoSayThatTheyDo() {
    saidInUserchat();
    saidInChats();
    var id = saidInPrompt();

    assertThat(Everywhere.texts(ada.get("/conversation/" + id).path("messages"), "role"))
        .containsExactly("system", "user", "assistant", "tool", "assistant");
    assertThat(
            Everywhere.texts(
                ada.get("/api/conversations/" + id + "/messages").path("messages"), "role"))
        .containsExactly("system", "user", "assistant", "tool", "assistant");
    assertThat(Everywhere.texts(ada.userchat(id).path("messages"), "role"))
        .containsExactly("system", "user", "baio", "baio");
    assertThat(Everywhere.texts(ada.get("/chat/conversations/" + id + "/messages"), "role"))
        .containsExactly("system", "user", "assistant", "assistant");
    assertThat(ada.chats(id)).hasSize(3);
    assertThat(ada.get("/get_history_conversation/" + id)).hasSize(3);
  }

  @Test
  void renamesAndRemovesForAll() {
    var id = saidInUserchat();
    long number = ada.number(id);

    for (var rename :
        List.of(
            List.of(
                "POST",
                "/chat/renameConversation/",
                "{'conversation_id':%d,'title':'first'}".formatted(number)),
            List.of("PUT", "/chats/update/" + id, "{'name':'second'}"),
            List.of("PATCH", "/api/conversations/" + id, "{'title':'third'}"))) {
      ada.send(rename.get(0), rename.get(1), rename.get(2));
      var title = rename.get(2).replaceAll(".*'([a-z]+)'}", "$1");
      assertThat(ada.titles().values()).containsOnly(List.of(title));
    }

    for (var removal :
        List.of(
            List.of(
                "POST", "/chat/deleteConversation/", "{'conversation_id':%d}".formatted(number)),
            List.of("DELETE", "/chat/conversations/" + id, ""),
            List.of("DELETE", "/chats/delete/" + id, ""),
            List.of("DELETE", "/api/conversations/" + id, ""))) {
      ada.send(removal.get(0), removal.get(1), removal.get(2));
      assertThat(ada.statuses(id, number).values()).containsOnly(404);
      assertThat(ada.titles().values()).containsOnly(List.of());
      assertThat(ada.get("/conversations/")).isEmpty();
      ada.send("POST", "/api/conversations/" + id + "/restore", "");
      assertThat(ada.statuses(id, number).values()).containsOnly(200);
    }
  }

  @Test
  void showsTheActiveBranchInEveryFace() {
    var id = saidInApp();
    var messages = ada.get("/api/conversations/" + id + "/messages").path("messages");
    var question = messages.path(0).path("id").textValue();
    ada.client()
        .post("/api/conversations/" + id + "/turns", "{\"again\":\"%s\"}".formatted(question));

    assertThat(branch(id)).containsOnly(List.of("person: question", "model: two"));
    var first = messages.path(1).path("id").textValue();
    ada.send("POST", "/api/conversations/" + id + "/branch", "{'message':'%s'}".formatted(first));
    assertThat(branch(id)).containsOnly(List.of("person: question", "model: one"));
  }

  /// The chats API's list of all messages is no thread: it has those of all branches.
  private List<List<String>> branch(String id) {
    var said = ada.said(id);
    return said.entrySet().stream()
        .filter(face -> !face.getKey().equals("chats"))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Test
  void actsForTheLocalOwnerWhereThereIsNoLogin() {
    var owner = new Everywhere(server.owner());
    var nobody = new Everywhere(anybody());
    saidInUserchat();

    var id = nobody.send("POST", "/prompt?prompt=question", "").path("conversation_id").textValue();

    assertThat(owner.get("/api/conversations").path("conversations").path(0).path("id").textValue())
        .isEqualTo(id);
    assertThat(Everywhere.texts(nobody.get("/chats/"), "id")).containsExactly(id);
    assertThat(nobody.get("/conversation/" + id)).isEqualTo(owner.get("/conversation/" + id));
    assertThat(ada.client().get("/conversation/" + id).statusCode()).isEqualTo(404);
    assertThat(Everywhere.texts(ada.get("/chats/"), "id")).hasSize(1).doesNotContain(id);
  }
}
