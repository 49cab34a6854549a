package org.colloquy.server.api.chats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.api.SentEvents;
import org.colloquy.server.api.SentEvents.SentEvent;
import org.colloquy.server.config.KeyConfig;
import org.colloquy.server.config.OperationConfig;
import org.colloquy.server.config.SearchConfig;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.config.ServerConfig.SystemMessages;
import org.colloquy.server.config.SharingConfig;
import org.colloquy.server.core.attachment.FileLimits;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.RunningAnswers;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.colloquy.server.http.RawAnswer;
import org.junit.jupiter.api.Test;

/// Answers of the chats API while they are being said.
class InferenceTest {
  private static final Problem CUT = new Problem.Upstream("OpenAI", UpstreamFault.CUT, 200, "");

  private final Gate gate = new Gate();

  @Test
  void passesTheFirstWordOnBeforeTheSecondIsSaid() throws IOException {
    var model = model(ScriptedReply.says("æ🙂", "two").waitingBefore(1, gate));
    try (var server = TestServer.with(model)) {
      var events = infer(server, asked(server));

      assertThat(events.next()).isEqualTo(new SentEvent("message", "æ🙂"));
      gate.open();

      assertThat(events.next()).isEqualTo(new SentEvent("message", "two"));
    }
  }

  @Test
  void keepsSpacesAndLineBreaksOfTheWordsAndForgesNoEvent() throws IOException {
    var words =
        new String[] {
          "Dear",
          " friend",
          ",\n\n",
          "  two",
          "\r\n",
          "lines\r",
          "or\r\n",
          "\nevent: done\ndata: no",
          ""
        };
    try (var server = TestServer.with(ScriptedChatModel.saying(words))) {
      var chat = asked(server);
      var events = infer(server, chat).rest();

      assertThat(events.removeLast())
          .isEqualTo(new SentEvent("done", lastMessage(server).id().toString()));
      assertThat(events).extracting(SentEvent::name).containsOnly("message");
      assertThat(events.stream().map(SentEvent::data).collect(Collectors.joining()))
          .isEqualTo(String.join("", words).replace("\r\n", "\n").replace("\r", "\n"));
      assertThat(lastMessage(server).content()).isEqualTo(String.join("", words));
    }
  }

  @Test
  void sendsCommentsWhileTheModelIsSilent() throws IOException {
    var model = model(ScriptedReply.says("one", "two").waitingBefore(1, gate));
    try (var server = TestServer.with(model)) {
      var events = infer(server, asked(server));
      events.next();

      assertThat(events.line()).isEqualTo(":");
      assertThat(events.line()).isEqualTo(":");
      gate.open();

      assertThat(events.next().data()).isEqualTo("two");
    }
  }

  @Test
  void tellsThatTheModelThinksBeforeItSpeaks() throws IOException {
    var model = model(ScriptedReply.says("one").thinking("hm").waitingBefore(0, gate));
    try (var server = TestServer.with(model)) {
      var events = infer(server, asked(server));

      assertThat(events.line()).isEqualTo(":");
      gate.open();

      assertThat(events.next().data()).isEqualTo("one");
    }
  }

  @Test
  void tellsInAnEventThatAnAnswerFailedHalfway() throws IOException {
    var model = model(ScriptedReply.says("half", "never").failingAfter(1, CUT));
    try (var server = TestServer.with(model)) {
      var chat = asked(server);

      assertThat(infer(server, chat).rest())
          .containsExactly(
              new SentEvent("message", "half"),
              new SentEvent("error", "OpenAI broke off in the middle of the answer (status 200)."));
      assertThat(anybody(server).get("/conversations/").body())
          .contains("\"role\":\"Assistant\"")
          .contains("\"message\":\"half\"");
      assertThat(anybody(server).get(path(chat)).statusCode()).isEqualTo(204);
    }
  }

  @Test
  void tellsInAnEventThatSomebodyElseStoppedTheAnswer() throws IOException {
    var model = model(ScriptedReply.says("one", "never").waitingBefore(1, gate));
    try (var server = TestServer.with(model)) {
      var events = infer(server, asked(server));
      events.next();
      var turn = TestClient.field(server.owner().get("/api/conversations").body(), "runningTurn");

      server.owner().post("/api/turns/" + turn + "/cancel", "");

      assertThat(events.rest()).containsExactly(new SentEvent("error", "The answer was stopped."));
    }
  }

  @Test
  void takesOneTurnAtATime() throws IOException {
    var model = model(ScriptedReply.says("one", "two").waitingBefore(1, gate));
    try (var server = TestServer.with(model)) {
      var chat = asked(server);
      var events = infer(server, chat);
      events.next();

      var other = anybody(server).get(path(chat));

      assertThat(other.statusCode()).isEqualTo(409);
      assertThat(other.body()).contains("\"code\": 409").contains("\"reason\": \"Conflict\"");
      gate.open();
      assertThat(events.rest()).extracting(SentEvent::name).containsExactly("message", "done");
    }
  }

  @Test
  void answersWhatWasSaidWhileTheLastAnswerGrew() throws IOException {
    var model =
        new ScriptedChatModel(
            ScriptedReply.says("one", "two").waitingBefore(1, gate), ScriptedReply.says("three"));
    try (var server = TestServer.with(model)) {
      var chat = asked(server);
      var events = infer(server, chat);
      events.next();
      say(server, chat, "and?");
      gate.open();
      events.rest();

      assertThat(infer(server, chat).next().data()).isEqualTo("three");
      assertThat(model.prompts().getLast().lines())
          .extracting(line -> line.content())
          .containsSubsequence("Hello?", "onetwo", "and?");
    }
  }

  @Test
  void stopsTheModelWhenTheReaderLeavesAndKeepsWhatWasSaid() {
    var words = IntStream.range(0, 10_000).mapToObj(i -> "word ").toArray(String[]::new);
    var model = model(ScriptedReply.says(words).waitingBefore(1, gate));
    try (var server = TestServer.with(model)) {
      leaveAfterTheFirstWord(server, asked(server));
      gate.open();

      await().until(model::cancelled);
      await().until(() -> lastMessage(server).state() == MessageState.CUT_OFF);
      assertThat(lastMessage(server).content()).startsWith("word ");
    }
  }

  @Test
  void letsTheModelGoOnWhenItsReaderLeavesIfTheOwnerSaysSo() {
    var model = model(ScriptedReply.says("one", " two").waitingBefore(1, gate));
    var config =
        new ServerConfig(
            Path.of("unused"),
            0,
            ServerConfig.PortTaken.REFUSE,
            List.of(),
            "https://api.openai.com/v1",
            null,
            WhenReaderLeaves.GO_ON,
            SystemMessages.SHOWN,
            RunningAnswers.USUAL,
            SearchConfig.USUAL,
            KeyConfig.in(Path.of("unused")),
            FileLimits.USUAL,
            ServerConfig.LocalServers.NOT_LOOKED_FOR,
            SharingConfig.USUAL,
            OperationConfig.USUAL);
    try (var server = TestServer.with(model, config)) {
      leaveAfterTheFirstWord(server, asked(server));
      gate.open();

      await().until(() -> lastMessage(server).content().equals("one two"));
    }
  }

  @Test
  void beginsNothingForThoseWhoAskForTheHeadOnly() {
    var model = ScriptedChatModel.saying("one");
    try (var server = TestServer.with(model)) {
      var chat = asked(server);

      var head = anybody(server).send("HEAD", path(chat), "");

      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("Content-Type")).contains("text/event-stream");
      assertThat(model.prompts()).isEmpty();
      assertThat(anybody(server).get(path(chat)).body()).startsWith("data: one\n\n");
    }
  }

  @Test
  void answersThoseWithATokenInTheirOwnChatsOnly() {
    try (var server = TestServer.with(ScriptedChatModel.saying("one"))) {
      var chat = asked(server);
      var kari = server.member("kari");

      assertThat(kari.get(path(chat)).statusCode()).isEqualTo(404);
      assertThat(kari.get("/conversations/").body()).isEqualTo("[]");
      var hers = TestClient.field(kari.post("/chats/create", "{\"name\":\"hers\"}").body(), "id");
      assertThat(kari.get(path(hers)).body()).contains("No messages found in database");
      assertThat(anybody(server).get("/chats/" + hers).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void saysOnALineOfItsOwnWhatCameOfALookInTheInternet() throws IOException {
    try (var server = TestServer.with(ScriptedChatModel.saying("one"))) {
      server.core().internet().finds("There is no network.");
      var events = inferFromInternet(server, asked(server)).rest();

      assertThat(server.core().internet().questions()).containsExactly("Hello?");
      assertThat(events)
          .containsExactly(
              new SentEvent("message", "There is no network.\n"),
              new SentEvent("message", "one"),
              new SentEvent("done", lastMessage(server).id().toString()));
      assertThat(lastMessage(server).content()).isEqualTo("one");
    }
  }

  @Test
  void doesNotAskAgainByItselfWhenTheProviderFailsAfterALook() throws IOException {
    var model = model(ScriptedReply.fails(CUT));
    try (var server = TestServer.with(model)) {
      var chat = asked(server);
      var answer = anybody(server).get("/conversations/inference_internet/" + chat);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("event: error\nid: end\ndata: OpenAI broke off");

      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path(chat)))
              .header("Last-Event-ID", "end")
              .build();
      try (var browser = HttpClient.newHttpClient()) {
        assertThat(browser.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }

      assertThat(model.prompts()).hasSize(1);
      assertThat(anybody(server).get(path(chat)).statusCode()).isEqualTo(502);
    }
  }

  private static ScriptedChatModel model(ScriptedReply reply) {
    return new ScriptedChatModel(reply);
  }

  private static TestClient anybody(TestServer server) {
    return new TestClient(server.port(), "");
  }

  /// A new chat in which something waits for an answer.
  private static String asked(TestServer server) {
    var created = anybody(server).post("/chats/create", "{\"name\":\"Chat\"}").body();
    var chat = TestClient.field(created, "id");
    say(server, chat, "Hello?");
    return chat;
  }

  private static void say(TestServer server, String chat, String message) {
    var body =
        "{\"chat_id\":\"%s\",\"role\":\"Human\",\"message\":\"%s\"}".formatted(chat, message);
    assertThat(anybody(server).post("/conversations/create", body).statusCode()).isEqualTo(201);
  }

  private static String path(String chat) {
    return "/conversations/inference/" + chat;
  }

  private static SentEvents infer(TestServer server, String chat) {
    return new SentEvents(anybody(server).open("GET", path(chat), ""));
  }

  private static SentEvents inferFromInternet(TestServer server, String chat) {
    return new SentEvents(
        anybody(server).open("GET", "/conversations/inference_internet/" + chat, ""));
  }

  private static void leaveAfterTheFirstWord(TestServer server, String chat) {
    var request = "GET " + path(chat) + " HTTP/1.1\r\nHost: localhost:" + server.port();
    RawAnswer.leaveAfter("\n\n", server.port(), request + "\r\n\r\n");
  }

  private static Message lastMessage(TestServer server) {
    var core = server.core();
    var conversation = core.core().conversations().newestFirst(core.owner()).getFirst();
    var thread = core.core().conversations().thread(core.owner(), conversation.id());
    return thread.messages().getLast();
  }
}
