package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.RawAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is sent, the answer is never that something unplanned went wrong.
class BadInputTest {
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("fine"));
  private static final TestClient OWNER = SERVER.owner();
  private static final int MEBIBYTE = 1024 * 1024;

  private static final List<String> BODIES =
      List.of(
          "{}",
          "[]",
          "null",
          "7",
          "\"text\"",
          "{",
          "}",
          "{\"a\":}",
          "{}{}",
          "\u0000",
          "not json",
          "{\"title\":null,\"text\":null,\"content\":null,\"conversation_id\":null}",
          "{\"title\":{},\"text\":[],\"conversation_id\":{},\"username\":[1],\"key\":{},\"model\":[]}",
          "{\"title\":true,\"text\":1.5,\"conversation_id\":1.5,\"model\":7,\"nickname\":false}",
          "{\"conversation_id\":99999999999999999999,\"title\":\"x\",\"content\":\"x\","
              + "\"model\":\"x\",\"apikey_id\":99999999999999999999}",
          "{\"conversation_id\":-1,\"title\":\"x\",\"content\":\"x\",\"model\":\"x\","
              + "\"apikey_nickname\":\"x\"}",
          "{\"text\":\"x\",\"model\":\"x\",\"key\":\"x\",\"after\":\"x\",\"again\":\"x\"}",
          "{\"prompt\":{},\"conversation_id\":7}",
          "{\"prompt\":\"\\ud83d\",\"conversation_id\":\"\\u0000\"}",
          "{\"provider\":\"x\",\"nickname\":\"\",\"secret\":\"\"}",
          "{\"address\":\"http://[::1\",\"name\":\"x\"}",
          "{\"user_id\":\"x\",\"conversation_id\":\"x\",\"role\":\"x\",\"content\":\"x\","
              + "\"message_id\":\"x\",\"provider_id\":\"x\",\"messages\":[null]}",
          "{\"user_id\":7,\"role\":{},\"file_type\":[],\"file_path\":true,\"api_key\":{},"
              + "\"messages\":[{\"role\":1,\"content\":[]}],\"api_endpoint\":7}",
          "{\"address\":\"//\",\"name\":\"x\"}",
          "{\"name\":7,\"updated_at\":{},\"chat_id\":7,\"role\":null,\"message\":[]}",
          "{\"name\":\"x\",\"updated_at\":\"-999999999-01-01T00:00:00\"}",
          "{\"name\":\"x\",\"updated_at\":\"2023-02-30T24:00:00+19:00\",\"role\":\"\\u0000\"}",
          "{\"chat_id\":\"00000000-0000-0000-0000-000000000000\",\"role\":\"Human\",\"message\":"
              + "\"\\ud83d\"}",
          "{\"username\":\"\\u0000\",\"email\":\"\\u0000@b.c\",\"password\":\"\\u0000\","
              + "\"first_name\":\"\\u0000\",\"last_name\":\"\\u0000\",\"title\":\"\\u0000\"}",
          "{\"\\ud83d\":{\"\\ud83d\":\"\\ud83d\"},\"\\u0000\":\"\\u0000\"}",
          "{\"title\":\"\\ud83d\",\"text\":\"\\ud83d\",\"name\":\"\\ude42\"}",
          "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
          "[".repeat(10_000));

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<Arguments> endpoints() {
    return SERVER.endpoints().map(endpoint -> Arguments.of(endpoint.method(), endpoint.path()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("endpoints")
  void isAnsweredWithAReason(String method, String path) {
    var conversation = TestClient.field(OWNER.post("/api/conversations", "{}").body(), "id");
    for (var id : List.of(new UUID(0, 0).toString(), conversation, "x", "%00", "%F0%9F%99%82")) {
      for (var body : BODIES) {
        if (method.equals("GET") && !body.equals("{}")) {
          continue;
        }
        var answer = OWNER.send(method, path.replaceAll("\\{[a-z]+}", id), body);
        assertThat(answer.statusCode()).as("%s", body).isNotEqualTo(500).isLessThan(503);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "provider_id&messages",
        "provider_id=&messages=&user_id=",
        "provider_id=x&messages=x&user_id=x",
        "messages=[",
        "messages=%5B",
        "messages=%5B%5B%5D%5D",
        "messages=%5B%7B%22role%22%3A7%7D%5D",
        "messages=%00",
        "messages=%zz",
        "messages=%F0%9F",
        "%zz=%",
        "&&==&",
      })
  void isAnsweredWithAReasonWhateverTheQuery(String query) {
    SERVER
        .endpoints()
        .filter(endpoint -> endpoint.method().equals("GET"))
        .map(endpoint -> endpoint.path().replaceAll("\\{[a-z]+}", new UUID(0, 0).toString()))
        .forEach(path -> {
          var answer =
              RawAnswer.to(
                  SERVER.port(),
                  "GET "
                      + path
                      + "?"
                      + query
                      + " HTTP/1.1\r\nHost: localhost:"
                      + SERVER.port()
                      + "\r\nAuthorization: Bearer "
                      + TestServer.LOCAL_TOKEN
                      + "\r\n\r\n");
          assertThat(answer.status()).as("%s", path).isBetween(200, 502).isNotEqualTo(500);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "emoji 🙂👩‍🔬🇳🇴",
        "مرحبا بالعالم",
        "שלום \u202Eevil\u202C",
        "日本語のテキスト",
        "e\u0301 combining",
        "quotes \\\" and \\\\ and \\n lines \\t tabs",
        "<script>alert(1)</script>",
        "'; drop table message; --",
      })
  void keepsEveryScript(String text) {
    var chat = TestClient.field(OWNER.post("/chat/createConversation/", "{}").body(), "id");

    var answer = sent(chat, text);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(OWNER.get("/chat/getConversation/?conversation_id=" + chat).body()).contains(text);
  }

  @Test
  void takesAMessageOfTwoMebibytes() {
    var chat = TestClient.field(OWNER.post("/chat/createConversation/", "{}").body(), "id");
    var text = "x".repeat(2 * MEBIBYTE);

    assertThat(sent(chat, text).statusCode()).isEqualTo(200);
    assertThat(OWNER.get("/chat/getConversation/?conversation_id=" + chat).body()).contains(text);
  }

  @Test
  void refusesAMessageThatIsLarger() {
    var chat = TestClient.field(OWNER.post("/chat/createConversation/", "{}").body(), "id");
    var conversation = TestClient.field(OWNER.get("/api/conversations?limit=1").body(), "id");

    assertThat(sent(chat, "x".repeat(2 * MEBIBYTE + 1)).statusCode()).isEqualTo(413);
    assertThat(sent(chat, "x".repeat(4 * MEBIBYTE)).statusCode()).isEqualTo(413);
    var other =
        OWNER.post(
            "/api/conversations/" + conversation + "/turns",
            "{\"text\":\"" + "x".repeat(4 * MEBIBYTE) + "\"}");
    assertThat(other.statusCode()).isEqualTo(413);
    assertThat(other.body()).contains("\"problem\":\"too-large\"");
  }

  @Test
  void refusesBodiesWithTooManyThingsInThem() {
    for (var list : List.of("1,", "[],", "{\"a\":null},")) {
      var many = "{\"title\":\"x\",\"more\":[" + list.repeat(99_990) + "1]}";
      var few = "{\"title\":\"x\",\"more\":[" + list.repeat(20_000) + "1]}";

      assertThat(OWNER.post("/api/conversations", few).statusCode()).isEqualTo(201);
      assertThat(OWNER.post("/api/conversations", many + " ").statusCode())
          .isEqualTo(list.equals("1,") ? 201 : 400);
    }
    var toldWhy =
        OWNER.post("/chat/createConversation/", "{\"a\":[" + "1,".repeat(100_000) + "1]}");
    assertThat(toldWhy.statusCode()).isEqualTo(400);
    assertThat(toldWhy.body()).contains("Expecting less of everything");
  }

  @Test
  void refusesAMessageOfTheChatsApiThatIsLarger() {
    var chat = TestClient.field(OWNER.post("/chats/create", "{\"name\":\"x\"}").body(), "id");
    for (int size : new int[] {2 * MEBIBYTE + 1, 4 * MEBIBYTE}) {
      var answer =
          OWNER.post(
              "/conversations/create",
              "{\"chat_id\":\"%s\",\"role\":\"Human\",\"message\":\"%s\"}"
                  .formatted(chat, "x".repeat(size)));

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("\"reason\": \"Payload Too Large\"");
    }
  }

  private static HttpResponse<String> sent(String chat, String text) {
    return OWNER.post(
        "/chat/sendMessage/",
        "{\"conversation_id\":%s,\"apikey_nickname\":\"\",\"model\":\"local\",\"content\":\"%s\"}"
            .formatted(chat, text));
  }
}
