package org.colloquy.server.api.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.Role;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.api.agents.SocketClient.Goodbye;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.config.SharingConfig;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Questions and answers over `/async_chat`.
class AsyncChatTest {
  private static final String ID = "109c3d13-843b-42d9-b844-3e2f232a07c0";
  private static final String END = frame("on_chat_model_end", "");
  private static final Goodbye DONE = new Goodbye(1000, "");
  private static final Problem CUT = new Problem.Upstream("OpenAI", UpstreamFault.CUT, 200, "");

  private final Gate gate = new Gate();

  private static String frame(String type, String content) {
    return "{\"event_type\": \"%s\", \"content\": \"%s\"}".formatted(type, content);
  }

  private static String word(String content) {
    return frame("on_chat_model_stream", content);
  }

  /// A client that signed in as this API does.
  private static TestClient member(TestServer server, String name) {
    server.core().member(name);
    var anybody = new TestClient(server.port(), "");
    var answer =
        anybody.post(
            "/auth/jwt/login",
            "{\"username\":\"" + name + "@example.org\",\"password\":\"a good password\"}");
    return new TestClient(server.port(), TestClient.field(answer.body(), "access_token"));
  }

  private static SocketClient open(TestClient client, String more) {
    return SocketClient.open(client.port(), "?token=" + client.token() + more);
  }

  @Test
  void answersAndClosesAsMeasured() {
    var model = ScriptedChatModel.saying("Hello", "! æ🙂", " \"quoted\"");
    try (var server = TestServer.with(model)) {
      var kari = member(server, "kari");
      try (var socket = open(kari, "&conversationID=" + ID + "&agentName=ESG%20Agent")) {
        socket.ask("hi 🙂");

        assertThat(socket.goodbye()).isEqualTo(DONE);
        assertThat(socket.rest())
            .containsExactly(word("Hello"), word("! æ🙂"), word(" \\\"quoted\\\""), END);
      }
      assertThat(kari.get("/get_history_conversatino/" + ID).body())
          .isEqualTo(
              "[{\"sender\":\"You\",\"message\":\"hi 🙂\"},"
                  + "{\"sender\":\"Agent\",\"message\":\"Hello! æ🙂 \\\"quoted\\\"\"}]");
      assertThat(kari.get("/history/").body())
          .isEqualTo(
              "[{\"conversation_id\":\""
                  + ID
                  + "\",\"ts\":\"2026-01-15T10:00:00+00:00\",\"title_summary\":\"hi 🙂\"}]");
      var asked = model.prompts().getFirst().lines();
      assertThat(asked.getFirst().role()).isEqualTo(Role.SYSTEM);
      assertThat(asked.getFirst().content()).contains("methane");
      assertThat(asked.getLast().content()).isEqualTo("hi 🙂");
    }
  }

  @Test
  void worksWithTheTokenAloneAsDocumented() {
    var model = ScriptedChatModel.saying("Hello");
    try (var server = TestServer.with(model)) {
      var kari = member(server, "kari");
      try (var socket = open(kari, "")) {
        socket.ask("hi");
        var told = socket.next();
        assertThat(told).startsWith("{\"event_type\": \"log\", \"content\": \"New conversation ");
        assertThat(socket.rest()).containsExactly(word("Hello"), END);
        var id = told.substring(told.length() - 38, told.length() - 2);
        assertThat(kari.get("/get_history_conversation/" + id).body()).contains("Hello");
      }
      assertThat(model.prompts().getFirst().lines().getFirst().content()).contains("petroleum");
    }
  }

  @Test
  void answersOneQuestionAfterTheOtherWhenAskedToStay() {
    try (var server = TestServer.with(ScriptedChatModel.saying("Hello"))) {
      var kari = member(server, "kari");
      try (var socket = open(kari, "&keep=1")) {
        socket.ask("one").ask("two");
        assertThat(socket.next()).contains("New conversation");
        for (int i = 0; i < 2; i++) {
          assertThat(List.of(socket.next(), socket.next(), socket.next()))
              .containsExactly(word("Hello"), END, frame("done", ""));
        }
        socket.leave();
        assertThat(socket.goodbye().code()).isEqualTo(1000);
      }
      assertThat(TestClient.field(kari.get("/history/").body(), "title_summary")).isEqualTo("one");
    }
  }

  @Test
  void sendsThoseAwayWhoDoNotSayWhoTheyAre() {
    try (var server = TestServer.with(ScriptedChatModel.saying("never"))) {
      var unknown = new Goodbye(1008, "unauthorized");
      var bad = new Goodbye(1008, "jwt error");
      try (var silent = SocketClient.open(server.port(), "");
          var empty = SocketClient.open(server.port(), "?token=");
          var forged = SocketClient.open(server.port(), "?token=forged")) {
        assertThat(silent.goodbye()).isEqualTo(unknown);
        assertThat(empty.goodbye()).isEqualTo(unknown);
        assertThat(forged.goodbye()).isEqualTo(bad);
      }
      var kari = member(server, "kari");
      server.core().clock().advance(Duration.ofHours(1));
      try (var late = open(kari, "")) {
        assertThat(late.goodbye()).isEqualTo(bad);
      }
    }
  }

  @Test
  void endsWhenTheTokenExpiresMeanwhile() {
    try (var server = TestServer.with(ScriptedChatModel.saying("Hello"))) {
      try (var socket = open(member(server, "kari"), "&keep=1&conversationID=" + ID)) {
        socket.ask("one");
        assertThat(socket.next()).isEqualTo(word("Hello"));
        server.core().clock().advance(Duration.ofHours(1));
        socket.ask("two");
        assertThat(socket.goodbye()).isEqualTo(new Goodbye(1008, "jwt error"));
      }
    }
  }

  @Test
  void endsWhenSomebodySignsOutMeanwhile() {
    try (var server = TestServer.with(ScriptedChatModel.saying("Hello"))) {
      var kari = member(server, "kari");
      try (var socket = open(kari, "&keep=1&conversationID=" + ID)) {
        socket.ask("one");
        assertThat(socket.next()).isEqualTo(word("Hello"));
        assertThat(kari.post("/auth/jwt/logout", "").statusCode()).isEqualTo(204);
        socket.ask("two");
        assertThat(socket.goodbye()).isEqualTo(new Goodbye(1008, "jwt error"));
      }
    }
  }

  @Test
  void saysNothingAsAnAgentThatThereIsNot() {
    try (var server = TestServer.with(ScriptedChatModel.saying("never"))) {
      var kari = member(server, "kari");
      try (var socket = open(kari, "&agentName=Nobody&conversationID=" + ID)) {
        socket.ask("hi");
        assertThat(socket.goodbye()).isEqualTo(DONE);
        assertThat(socket.rest()).isEmpty();
      }
      assertThat(kari.get("/history/").body()).isEqualTo("[]");
    }
  }

  @Test
  void closesWhenBytesAreSent() {
    try (var server = TestServer.with(ScriptedChatModel.saying("never"))) {
      try (var socket = open(member(server, "kari"), "")) {
        assertThat(socket.sendBytes().goodbye()).isEqualTo(DONE);
      }
    }
  }

  @Test
  void takesIdsThatAreNoUuids() {
    try (var server = TestServer.with(ScriptedChatModel.saying("Hello"))) {
      var kari = member(server, "kari");
      try (var socket = open(kari, "&conversationID=my%20chat%2F1")) {
        socket.ask("hi");
        assertThat(socket.goodbye()).isEqualTo(DONE);
      }
      var said = kari.get("/get_history_conversation/my%20chat%2F1").body();
      assertThat(said).contains("Hello");
      var uuid = TestClient.field(kari.get("/history/").body(), "conversation_id");
      assertThat(UUID.fromString(uuid)).isNotNull();
      assertThat(kari.get("/get_history_conversation/" + uuid).body()).isEqualTo(said);
      assertThat(member(server, "ole").get("/get_history_conversation/my%20chat%2F1").body())
          .isEqualTo("[]");
    }
  }

  @Test
  void doesNotFindSomebodyElsesConversation() {
    try (var server = TestServer.with(ScriptedChatModel.saying("Hello"))) {
      try (var socket = open(member(server, "kari"), "&conversationID=" + ID)) {
        socket.ask("my secret").goodbye();
      }
      var ole = member(server, "ole");
      try (var socket = open(ole, "&conversationID=" + ID)) {
        socket.ask("what was said?");
        assertThat(socket.goodbye()).isEqualTo(DONE);
        assertThat(socket.rest()).containsExactly(frame("log", "There is no such conversation."));
      }
      assertThat(ole.get("/get_history_conversation/" + ID).body()).isEqualTo("[]");
      assertThat(ole.get("/db/" + ID).body()).isEqualTo("[]");
      assertThat(ole.get("/history/").body()).isEqualTo("[]");
    }
  }

  @Test
  void saysWhatFailedAndKeepsWhatWasSaid() {
    var model = new ScriptedChatModel(ScriptedReply.says("half", "never").failingAfter(1, CUT));
    try (var server = TestServer.with(model)) {
      var kari = member(server, "kari");
      try (var socket = open(kari, "&conversationID=" + ID)) {
        socket.ask("hi");
        assertThat(socket.goodbye()).isEqualTo(DONE);
        assertThat(socket.rest())
            .containsExactly(
                word("half"),
                frame("log", "OpenAI broke off in the middle of the answer (status 200)."));
      }
      assertThat(kari.get("/get_history_conversation/" + ID).body()).contains("half");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void asksForAQuestion(String text) {
    try (var server = TestServer.with(ScriptedChatModel.saying("never"))) {
      try (var socket = open(member(server, "kari"), "&keep=1&conversationID=" + ID)) {
        socket.ask(text);
        assertThat(socket.next()).isEqualTo(frame("log", "text: This field may not be blank."));
        assertThat(socket.next()).isEqualTo(frame("done", ""));
      }
    }
  }

  @Test
  void answersPingsWhileTheAnswerIsBeingSaid() {
    var model = new ScriptedChatModel(ScriptedReply.says("one", "two").waitingBefore(1, gate));
    try (var server = TestServer.with(model)) {
      try (var socket = open(member(server, "kari"), "&conversationID=" + ID)) {
        socket.ask("hi");
        assertThat(socket.next()).isEqualTo(word("one"));
        assertThat(socket.ping().next()).isEqualTo("pong 7");
        gate.open();
        assertThat(socket.rest()).containsExactly(word("two"), END);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stopsTheModelWhenItsReaderLeaves(boolean politely) {
    var model = new ScriptedChatModel(ScriptedReply.says("one", "never").waitingBefore(1, gate));
    try (var server = TestServer.with(model)) {
      var kari = member(server, "kari");
      try (var socket = open(kari, "&conversationID=" + ID)) {
        socket.ask("hi");
        assertThat(socket.next()).isEqualTo(word("one"));
        if (politely) {
          socket.leave();
        } else {
          socket.vanish();
        }
        await().until(model::cancelled);
      }
      await()
          .untilAsserted(() ->
              assertThat(kari.get("/get_history_conversation/" + ID).body())
                  .contains("\"message\":\"one\""));
    }
  }

  @Test
  void goesOnWhenItsReaderLeavesIfThatIsSet() {
    var model = new ScriptedChatModel(ScriptedReply.says("one", " two").waitingBefore(1, gate));
    try (var server = TestServer.with(model, goingOn())) {
      var kari = member(server, "kari");
      try (var socket = open(kari, "&conversationID=" + ID)) {
        socket.ask("hi");
        assertThat(socket.next()).isEqualTo(word("one"));
        socket.leave();
        assertThat(socket.goodbye().code()).isEqualTo(1000);
      }
      gate.open();
      await()
          .untilAsserted(() ->
              assertThat(kari.get("/get_history_conversation/" + ID).body()).contains("one two"));
    }
  }

  @Test
  void saysThatTheConversationIsBusy() {
    var model = new ScriptedChatModel(ScriptedReply.says("one", "two").waitingBefore(1, gate));
    try (var server = TestServer.with(model)) {
      var kari = member(server, "kari");
      try (var first = open(kari, "&conversationID=" + ID);
          var second = open(kari, "&conversationID=" + ID)) {
        first.ask("hi");
        assertThat(first.next()).isEqualTo(word("one"));
        second.ask("me too");
        assertThat(second.goodbye()).isEqualTo(DONE);
        assertThat(second.rest())
            .containsExactly(
                frame("log", "Something else is still going on in this conversation."));
        gate.open();
        assertThat(first.rest()).containsExactly(word("two"), END);
      }
    }
  }

  @Test
  void dropsWhatIsSaidAfterTheQuestion() {
    var model = new ScriptedChatModel(ScriptedReply.says("one", "two").waitingBefore(1, gate));
    try (var server = TestServer.with(model)) {
      try (var socket = open(member(server, "kari"), "&conversationID=" + ID)) {
        socket.ask("hi");
        assertThat(socket.next()).isEqualTo(word("one"));
        socket.ask("and?");
        gate.open();
        assertThat(socket.rest()).containsExactly(word("two"), END);
      }
      assertThat(model.prompts()).hasSize(1);
    }
  }

  @Test
  void takesAQuestionInPieces() {
    var model = ScriptedChatModel.saying("Hello");
    try (var server = TestServer.with(model)) {
      try (var socket = open(member(server, "kari"), "&conversationID=" + ID)) {
        socket.askInPieces("what", " is", " 🙂", "?");
        assertThat(socket.goodbye()).isEqualTo(DONE);
      }
      assertThat(model.prompts().getFirst().lines().getLast().content()).isEqualTo("what is 🙂?");
    }
  }

  @Test
  void takesAQuestionOfTwoMebibytesAndNoLargerOne() {
    var model = ScriptedChatModel.saying("Hello");
    try (var server = TestServer.with(model)) {
      var kari = member(server, "kari");
      try (var socket = open(kari, "&conversationID=" + ID)) {
        socket.ask("x".repeat(2 * 1024 * 1024));
        assertThat(socket.goodbye()).isEqualTo(DONE);
        assertThat(socket.rest()).containsExactly(word("Hello"), END);
      }
      try (var socket = open(kari, "&conversationID=" + ID)) {
        socket.ask("x".repeat(2 * 1024 * 1024 + 1));
        assertThat(socket.goodbye().code()).isEqualTo(1009);
      }
    }
  }

  @Test
  void carriesLongAnswersWhole() {
    var words = IntStream.range(0, 5_000).mapToObj(i -> "ord " + i + " ").toArray(String[]::new);
    try (var server = TestServer.with(ScriptedChatModel.saying(words))) {
      try (var socket = open(member(server, "kari"), "&conversationID=" + ID)) {
        var all = socket.ask("hi").rest();
        assertThat(all).hasSize(words.length + 1);
        assertThat(all.get(4_999)).isEqualTo(word("ord 4999 "));
      }
    }
  }

  @Test
  void tellsEverybodyWhenTheServerEnds() {
    var model = new ScriptedChatModel(ScriptedReply.says("one", "never").waitingBefore(1, gate));
    var server = TestServer.with(model);
    try (var silent = open(member(server, "kari"), "&keep=1");
        var talking = open(member(server, "ole"), "&conversationID=" + ID)) {
      talking.ask("hi");
      assertThat(talking.next()).isEqualTo(word("one"));
      server.close();
      assertThat(silent.goodbye().code()).isEqualTo(1001);
      assertThat(talking.goodbye().code()).isEqualTo(1001);
    }
  }

  private static ServerConfig goingOn() {
    var usual = ServerConfig.in(Path.of("unused"), Path.of("unused"));
    return new ServerConfig(
        usual.folder(),
        usual.port(),
        usual.portTaken(),
        usual.allowedOrigins(),
        usual.openAiAddress(),
        null,
        WhenReaderLeaves.GO_ON,
        usual.systemMessages(),
        usual.answersAtOnce(),
        usual.search(),
        usual.keys(),
        usual.files(),
        usual.localServers(),
        SharingConfig.USUAL,
        usual.operation());
  }
}
