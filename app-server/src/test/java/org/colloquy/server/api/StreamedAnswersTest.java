package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.http.RawAnswer;
import org.junit.jupiter.api.Test;

/// Answers while they are being said, and what becomes of them when something goes wrong.
class StreamedAnswersTest {
  private static final Problem CUT = new Problem.Upstream("OpenAI", UpstreamFault.CUT, 200, "");

  private final Gate gate = new Gate();

  @Test
  void passesTheFirstWordOnBeforeTheSecondIsSaid() throws IOException {
    try (var server =
        TestServer.with(model(ScriptedReply.says("æ🙂", "two").waitingBefore(1, gate)))) {
      var answer = send(server);

      assertThat(read(answer, "æ🙂".getBytes(StandardCharsets.UTF_8).length)).isEqualTo("æ🙂");
      gate.open();

      assertThat(rest(answer)).isEqualTo("two");
    }
  }

  @Test
  void passesTheFirstLineOnBeforeTheSecondWordIsSaid() throws IOException {
    try (var server =
        TestServer.with(model(ScriptedReply.says("æ🙂", "two").waitingBefore(1, gate)))) {
      var lines = turn(server.owner(), newConversation(server.owner()));

      assertThat(lines.until("\"text\""))
          .contains("{\"event\":\"text\",\"text\":\"æ🙂\",\"at\":5}");
      gate.open();

      assertThat(lines.until("finished")).contains("\"at\":10}");
    }
  }

  @Test
  void writesEveryWordAsOneChunk() {
    try (var server = TestServer.with(ScriptedChatModel.saying("one", " två", " 🙂"))) {
      var chat = chat(server);
      var body = message(chat);

      var answer =
          RawAnswer.to(
              server.port(),
              "POST /chat/sendMessage/ HTTP/1.1\r\nHost: localhost:"
                  + server.port()
                  + "\r\nAuthorization: Bearer "
                  + TestServer.LOCAL_TOKEN
                  + "\r\nContent-Type: application/json\r\nContent-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body);

      assertThat(answer.header("Content-Type")).contains("text/plain");
      assertThat(answer.body())
          .isEqualTo(
              "3\r\none\r\n5\r\n" + latin(" två") + "\r\n5\r\n" + latin(" 🙂") + "\r\n0\r\n\r\n");
    }
  }

  @Test
  void cutsAPlainAnswerThatFailsHalfway() throws IOException {
    try (var server =
        TestServer.with(model(ScriptedReply.says("half", "never").failingAfter(1, CUT)))) {
      var answer = send(server);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(read(answer, 4)).isEqualTo("half");
      assertThatThrownBy(() -> rest(answer)).isInstanceOf(IOException.class);
      assertThat(lastMessage(server).content()).isEqualTo("half");
      assertThat(lastMessage(server).state()).isEqualTo(MessageState.CUT_OFF);
    }
  }

  @Test
  void saysInALineThatAnAnswerFailedHalfway() throws IOException {
    try (var server =
        TestServer.with(model(ScriptedReply.says("half", "never").failingAfter(1, CUT)))) {
      var lines = turn(server.owner(), newConversation(server.owner()));

      assertThat(lines.until("failed")).contains("\"fault\":\"cut\"");
      assertThat(lines.rest()).isEmpty();
    }
  }

  @Test
  void stopsTheModelWhenThePlainReaderLeaves() {
    var words = IntStream.range(0, 10_000).mapToObj(i -> "word ").toArray(String[]::new);
    var model = model(ScriptedReply.says(words).waitingBefore(1, gate));
    try (var server = TestServer.with(model)) {
      RawAnswer.leaveAfter("word ", server.port(), request(server, chat(server)));
      gate.open();

      await().until(model::cancelled);
      await().until(() -> lastMessage(server).state() == MessageState.CUT_OFF);
      assertThat(lastMessage(server).content()).startsWith("word ");
    }
  }

  @Test
  void goesOnWhenTheReaderOfLinesLeavesAndTellsItTheRest() throws IOException {
    var model = model(ScriptedReply.says("one", " two", " three").waitingBefore(1, gate));
    try (var server = TestServer.with(model)) {
      var owner = server.owner();
      var chat = newConversation(owner);
      var first = turn(owner, chat);
      first.until("\"at\":5");
      var running = TestClient.field(owner.get("/api/conversations/" + chat).body(), "runningTurn");
      assertThat(running).isEqualTo(first.turn());
      first.close();

      var second = lines(owner.open("GET", "/api/turns/" + running + "?after=3", ""));
      assertThat(second.until("\"text\""))
          .isEqualTo("{\"event\":\"text\",\"text\":\"ne\",\"at\":5}");
      gate.open();

      assertThat(second.until("finished"))
          .contains(" two")
          .contains(" three")
          .contains("\"at\":17");
      assertThat(owner.get("/api/conversations/" + chat + "/messages").body())
          .contains("one two three");
      assertThat(owner.get("/api/turns/" + running + "?after=17").body()).isEmpty();
      assertThat(owner.get("/api/turns/" + running).body()).contains("one two three");
    }
  }

  @Test
  void stopsWhenTold() throws IOException {
    try (var server =
        TestServer.with(model(ScriptedReply.says("one", "never").waitingBefore(1, gate)))) {
      var owner = server.owner();
      var lines = turn(owner, newConversation(owner));
      lines.until("\"text\"");

      assertThat(owner.post("/api/turns/" + lines.turn() + "/cancel", "").statusCode())
          .isEqualTo(204);

      assertThat(lines.until("cancelled"))
          .contains("\"state\":\"cut-off\"")
          .contains("\"failure\":null");
      assertThat(
              server.member("kari").post("/api/turns/" + lines.turn() + "/cancel", "").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void takesOneTurnAtATime() throws IOException {
    try (var server =
        TestServer.with(model(ScriptedReply.says("one", "two").waitingBefore(1, gate)))) {
      var owner = server.owner();
      var chat = newConversation(owner);
      var lines = turn(owner, chat);
      lines.until("\"text\"");

      var other = owner.post("/api/conversations/" + chat + "/turns", "{\"text\":\"too early\"}");

      assertThat(other.statusCode()).isEqualTo(409);
      assertThat(other.body()).contains("\"problem\":\"busy\"");
      gate.open();
      lines.until("finished");
      assertThat(
              owner
                  .post("/api/conversations/" + chat + "/turns", "{\"text\":\"now\"}")
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void sendsEmptyLinesWhileTheModelThinks() throws IOException {
    try (var server =
        TestServer.with(model(ScriptedReply.says("one", "two").waitingBefore(1, gate)))) {
      var lines = turn(server.owner(), newConversation(server.owner()));
      lines.until("\"text\"");

      assertThat(lines.next()).isEmpty();
      assertThat(lines.next()).isEmpty();
      gate.open();

      assertThat(lines.until("finished")).contains("two");
    }
  }

  @Test
  void cutsAPlainAnswerThatSomebodyElseStops() throws IOException {
    try (var server =
        TestServer.with(model(ScriptedReply.says("one", "never").waitingBefore(1, gate)))) {
      var answer = send(server);
      read(answer, 3);
      var conversations = server.owner().get("/api/conversations").body();
      var turn = TestClient.field(conversations, "runningTurn");

      server.owner().post("/api/turns/" + turn + "/cancel", "");

      assertThatThrownBy(() -> rest(answer)).isInstanceOf(IOException.class);
    }
  }

  private static ScriptedChatModel model(ScriptedReply reply) {
    return new ScriptedChatModel(reply);
  }

  /// A conversation of the owner, by its number.
  private static String chat(TestServer server) {
    return TestClient.field(server.owner().post("/chat/createConversation/", "{}").body(), "id");
  }

  private static String newConversation(TestClient client) {
    return TestClient.field(client.post("/api/conversations", "{}").body(), "id");
  }

  private static HttpResponse<InputStream> send(TestServer server) {
    return server.owner().open("POST", "/chat/sendMessage/", message(chat(server)));
  }

  private static String message(String chat) {
    return "{\"conversation_id\":%s,\"apikey_nickname\":\"\",\"content\":\"x\",\"model\":\"local\"}"
        .formatted(chat);
  }

  private static Lines turn(TestClient client, String conversation) {
    return lines(
        client.open("POST", "/api/conversations/" + conversation + "/turns", "{\"text\":\"x\"}"));
  }

  private static Lines lines(HttpResponse<InputStream> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new Lines(answer);
  }

  private static String request(TestServer server, String chat) {
    var body = message(chat);
    return "POST /chat/sendMessage/ HTTP/1.1\r\nHost: localhost:"
        + server.port()
        + "\r\nAuthorization: Bearer "
        + TestServer.LOCAL_TOKEN
        + "\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static Message lastMessage(TestServer server) {
    var core = server.core();
    var conversation = core.core().conversations().newestFirst(core.owner()).getFirst();
    var thread = core.core().conversations().thread(core.owner(), conversation.id());
    return thread.messages().getLast();
  }

  private static String read(HttpResponse<InputStream> answer, int bytes) throws IOException {
    return new String(answer.body().readNBytes(bytes), StandardCharsets.UTF_8);
  }

  private static String rest(HttpResponse<InputStream> answer) throws IOException {
    return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
