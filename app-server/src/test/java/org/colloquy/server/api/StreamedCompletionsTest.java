package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProviderKind;
import org.colloquy.model.StopReason;
import org.colloquy.model.Usage;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.http.RawAnswer;
import org.junit.jupiter.api.Test;

/// Answers to what a client brings along, as OpenAI streams them.
class StreamedCompletionsTest {
  private static final Problem CUT = new Problem.Upstream("OpenAI", UpstreamFault.CUT, 200, "");

  private final Gate gate = new Gate();

  @Test
  void passesTheFirstWordOnBeforeTheSecondIsSaid() throws IOException {
    try (var server =
        TestServer.with(model(ScriptedReply.says("æ🙂", "two").waitingBefore(1, gate)))) {
      var lines = stream(server);

      assertThat(lines.next())
          .startsWith("data: {\"id\":\"chatcmpl-")
          .contains("{\"role\":\"assistant\",\"content\":\"æ🙂\"}");
      gate.open();

      assertThat(lines.rest()).contains("{\"content\":\"two\"}").endsWith("data: [DONE]\n\n");
    }
  }

  @Test
  void writesEveryEventAsOneChunk() {
    try (var server = TestServer.with(ScriptedChatModel.saying("one\n", "\"two\""))) {
      var answer = RawAnswer.to(server.port(), request(server, "x"));

      assertThat(answer.header("Content-Type")).contains("text/event-stream");
      var chunks = answer.body().split("\r\n", -1);
      assertThat(chunks[1]).startsWith("data: {").endsWith("}\n\n").contains("one\\n");
      assertThat(chunks[3]).startsWith("data: {").endsWith("}\n\n").contains("\\\"two\\\"");
      assertThat(chunks[5]).startsWith("data: {").endsWith("}\n\ndata: [DONE]\n\n");
      assertThat(chunks[6]).isEqualTo("0");
    }
  }

  @Test
  void passesOnWhatAModelThinksApartFromWhatItSays() throws IOException {
    try (var server = TestServer.with(model(ScriptedReply.says("42").thinking("hm")))) {
      var said = stream(server).rest();

      assertThat(said)
          .contains("{\"role\":\"assistant\",\"reasoning_content\":\"hm\"}")
          .contains("{\"content\":\"42\"}");
    }
  }

  @Test
  void endsAnAnswerInWhichNothingWasSaid() throws IOException {
    try (var server = TestServer.with(model(ScriptedReply.says()))) {
      assertThat(stream(server).rest())
          .contains("{\"role\":\"assistant\"},\"finish_reason\":\"stop\"")
          .endsWith("data: [DONE]\n\n");
    }
  }

  @Test
  void saysInAnEventThatAnAnswerFailedHalfwayAndCutsIt() {
    try (var server =
        TestServer.with(model(ScriptedReply.says("half", "never").failingAfter(1, CUT)))) {
      var answer = RawAnswer.to(server.port(), request(server, "x"));

      assertThat(answer.closed()).isTrue();
      assertThat(answer.body())
          .contains("half")
          .endsWith(
              "data: {\"error\":{\"message\":\"OpenAI broke off in the middle of the answer"
                  + " (status 200).\"}}\n\n\r\n");
    }
  }

  @Test
  void stopsTheModelWhenTheReaderLeaves() {
    var saidAll = new AtomicBoolean();
    var ended = new AtomicBoolean();
    ChatModel model =
        (_, listener, _) -> {
          try {
            listener.text("word ");
            gate.pass();
            IntStream.range(0, 1_000_000).forEach(_ -> listener.text("word "));
            saidAll.set(true);
            return new Reply(List.of(), Usage.NONE, StopReason.STOP);
          } finally {
            ended.set(true);
          }
        };
    try (var server = TestServer.with(model)) {
      RawAnswer.leaveAfter("word ", server.port(), request(server, "x"));
      gate.open();

      await().untilTrue(ended);
      assertThat(saidAll).isFalse();
    }
  }

  @Test
  void takesALongTalkInTheQuery() throws IOException {
    var model = ScriptedChatModel.saying("fine");
    try (var server = TestServer.with(model)) {
      var text = "long talk & more ".repeat(4_000);

      var answer = server.owner().open("GET", path(server, text), "");

      assertThat(new Lines(answer).rest()).contains("fine");
      assertThat(model.prompts().getFirst().lines().getLast().content()).isEqualTo(text);
    }
  }

  @Test
  void storesNothing() throws IOException {
    try (var server = TestServer.with(ScriptedChatModel.saying("fine"))) {
      stream(server).rest();

      assertThat(server.owner().get("/chat/conversations").body()).isEqualTo("[]");
    }
  }

  private static ScriptedChatModel model(ScriptedReply reply) {
    return new ScriptedChatModel(reply);
  }

  private static Lines stream(TestServer server) {
    var answer = server.owner().open("GET", path(server, "x"), "");
    assertThat(answer.statusCode()).isEqualTo(200);
    return new Lines(answer);
  }

  private static String path(TestServer server, String text) {
    var core = server.core();
    var builtIn =
        core.core().providers().visible(core.owner()).stream()
            .filter(provider -> provider.kind() == ProviderKind.LOCAL)
            .findFirst()
            .orElseThrow();
    var messages = "[{\"role\":\"user\",\"content\":\"" + text + "\"}]";
    return "/chat/stream?provider_id="
        + builtIn.id()
        + "&messages="
        + URLEncoder.encode(messages, StandardCharsets.UTF_8);
  }

  private static String request(TestServer server, String text) {
    return "GET "
        + path(server, text)
        + " HTTP/1.1\r\nHost: localhost:"
        + server.port()
        + "\r\nAuthorization: Bearer "
        + TestServer.LOCAL_TOKEN
        + "\r\n\r\n";
  }
}
