package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Base64;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;

/// What OpenAI's own library does not show of the OpenAI-compatible API.
class OpenAiStreamTest {
  private static final String PATH = "/v1/chat/completions";
  private static final String ASKED =
      "{\"model\":\"gpt-4o\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";

  private final Gate gate = new Gate();

  @Test
  void tellsASlowModelsClientThatItIsStillThere() throws IOException {
    var model = new ScriptedChatModel(ScriptedReply.says("at last").waitingBefore(0, gate));
    try (var server = TestServer.with(model)) {
      var lines = open(server);

      assertThat(lines.next()).isEqualTo(":");
      gate.open();

      assertThat(lines.rest()).contains("\"content\":\"at last\"").endsWith("data: [DONE]\n\n");
    }
  }

  @Test
  void saysInAnEventThatASlowModelFailedBeforeItsFirstWord() throws IOException {
    var problem = new Problem.Upstream("Lab", UpstreamFault.FAILED, 500, "no memory");
    var model = new ScriptedChatModel(ScriptedReply.fails(problem).waitingBefore(0, gate));
    try (var server = TestServer.with(model)) {
      var lines = open(server);
      lines.until(":");
      gate.open();

      assertThat(lines.rest())
          .endsWith(
              "data: {\"error\":{\"message\":\"Lab failed (status 500). It said: no memory\","
                  + "\"type\":\"server_error\",\"param\":null,\"code\":\"provider_failed\"}}\n\n");
    }
  }

  @Test
  void stopsAModelThatIsSilentWhenTheClientHangsUp() throws IOException {
    var model = new ScriptedChatModel(ScriptedReply.says("never").waitingBefore(0, gate));
    try (var server = TestServer.with(model)) {
      var lines = open(server);
      lines.next();

      lines.close();

      await().until(model::cancelled);
    }
  }

  @Test
  void takesAPictureThatIsLargerThanOtherRequests() {
    var model = ScriptedChatModel.saying("a cat");
    try (var server = TestServer.with(model)) {
      var base64 = Base64.getEncoder().encodeToString(new byte[4 * 1024 * 1024]);
      var body =
          "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\","
              + "\"image_url\":{\"url\":\"data:image/jpeg;base64,"
              + base64
              + "\"}}]}]}";

      assertThat(server.owner().post(PATH, body).body()).contains("a cat");
      assertThat(model.prompts().getFirst().lines().getFirst().pictures())
          .singleElement()
          .satisfies(picture -> assertThat(picture.base64()).isEqualTo(base64));
      assertThat(server.owner().post(PATH, " ".repeat(12 * 1024 * 1024 + 1)).statusCode())
          .isEqualTo(413);
    }
  }

  @Test
  void storesNothing() {
    try (var server = TestServer.with(ScriptedChatModel.saying("fine"))) {
      assertThat(server.owner().post(PATH, ASKED).body()).contains("fine");

      assertThat(server.owner().get("/api/conversations").body())
          .isEqualTo("{\"conversations\":[]}");
    }
  }

  private static Lines open(TestServer server) {
    var answer = server.owner().open("POST", PATH, ASKED);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    return new Lines(answer);
  }
}
