package org.colloquy.server.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.colloquy.model.Agent;
import org.colloquy.model.ConversationId;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.RecordingSink;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.core.turn.SinkClosed;
import org.colloquy.server.core.turn.TurnRequest;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A turn whose reader went away while it waits for a permission, and came back over HTTP.
class ApprovalsTest {
  private static final Agent AGENT = new Agent(0, "Tester", "", "", List.of("create_memory"));
  private static final ToolCall CALL =
      new ToolCall("call_1", "create_memory", "{\"memory_text\":\"Likes tea.\"}");

  private final TestServer server =
      TestServer.with(
          new ScriptedChatModel(
              ScriptedReply.says().askingFor(CALL), ScriptedReply.says("As you like.")));
  private final CountDownLatch asked = new CountDownLatch(1);
  private final RecordingSink leaving =
      new RecordingSink(event -> {
        if (event instanceof TurnEvent.ApprovalWanted) {
          asked.countDown();
          throw new SinkClosed(new IOException("gone"));
        }
      });
  private String turn = "";

  @BeforeEach
  void waitForTheQuestion() throws InterruptedException {
    var core = server.core();
    ConversationId id = core.core().conversations().create(core.owner(), "").id();
    var request =
        new TurnRequest(
                id,
                new Question.Said("Remember that I like tea", null),
                new ModelChoice.Usual(),
                WhenReaderLeaves.GO_ON)
            .by(AGENT)
            .asking();
    Thread.ofVirtual().start(() -> core.core().turns().run(core.owner(), request, leaving));
    asked.await();
    turn = "/api/turns/" + leaving.turn();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private int decide(String call, boolean allow) {
    return server
        .owner()
        .post(turn + "/approvals", "{\"call\":\"%s\",\"allow\":%s}".formatted(call, allow))
        .statusCode();
  }

  private BufferedReader comeBack() {
    var answer = server.owner().open("GET", turn + "?after=0", "");
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private static String lineWith(BufferedReader lines, String part) throws IOException {
    var line = lines.readLine();
    while (!line.contains(part)) {
      line = lines.readLine();
    }
    return line;
  }

  private int memories() {
    var core = server.core();
    return core.core().memories().all(core.owner()).size();
  }

  @Test
  void doesWhatIsAllowedAfterTheReaderCameBack() throws IOException {
    try (var lines = comeBack()) {
      assertThat(lineWith(lines, "approval-wanted"))
          .contains(
              "\"call\":\"call_1\"",
              "\"tool\":\"create_memory\"",
              "\"arguments\":\"{\\\"memory_text\\\":\\\"Likes tea.\\\"}\"");
      assertThat(memories()).isZero();

      assertThat(decide("call_1", true)).isEqualTo(204);

      assertThat(lineWith(lines, "approval-given")).contains("\"allow\":true");
      lineWith(lines, "tool-returned");
      lineWith(lines, "finished");
    }
    assertThat(memories()).isEqualTo(1);
    assertThat(decide("call_1", true)).isEqualTo(404);
  }

  @Test
  void doesNotDoWhatIsRefused() throws IOException {
    try (var lines = comeBack()) {
      assertThat(decide("call_1", false)).isEqualTo(204);
      assertThat(decide("call_1", true)).isEqualTo(404);

      assertThat(lineWith(lines, "approval-given")).contains("\"allow\":false");
      assertThat(lineWith(lines, "tool-returned")).contains("did not allow");
      lineWith(lines, "finished");
    }
    assertThat(memories()).isZero();
  }

  @Test
  void remembersWhatIsAlwaysAllowedUntilThatIsForgotten() throws IOException {
    var always = "{\"call\":\"call_1\",\"allow\":%s,\"remember\":\"always\"}";
    try (var lines = comeBack()) {
      assertThat(server.owner().post(turn + "/approvals", always.formatted(false)).statusCode())
          .isEqualTo(400);
      assertThat(server.owner().post(turn + "/approvals", always.formatted(true)).statusCode())
          .isEqualTo(204);
      lineWith(lines, "finished");
    }

    var policies = server.owner().get("/api/tools/policies").body();
    assertThat(policies).contains("\"tool\":\"create_memory\",\"agent\":0,\"policy\":\"always\"");
    assertThat(server.owner().get("/api/tools").body())
        .contains("\"name\":\"create_memory\"")
        .doesNotContain("\"policy\":\"ask\"");
    var one = "/api/tools/policies/" + TestClient.field(policies, "id");
    assertThat(server.member("eve").send("DELETE", one, "").statusCode()).isEqualTo(404);
    assertThat(server.owner().send("DELETE", one, "").statusCode()).isEqualTo(204);
    assertThat(server.owner().get("/api/tools/policies").body()).isEqualTo("{\"policies\":[]}");
  }

  @Test
  void takesTheAnswerOfNobodyElseAndAboutNothingElse() {
    var eve = server.member("eve");
    var allowed = "{\"call\":\"call_1\",\"allow\":true}";

    assertThat(eve.post(turn + "/approvals", allowed).statusCode()).isEqualTo(404);
    assertThat(decide("call_2", true)).isEqualTo(404);
    assertThat(server.owner().post(turn + "/approvals", "{\"call\":\"call_1\"}").statusCode())
        .isEqualTo(400);
    assertThat(memories()).isZero();
  }

  @Test
  void canBeStoppedWhileItWaits() throws IOException {
    try (var lines = comeBack()) {
      lineWith(lines, "approval-wanted");

      assertThat(server.owner().post(turn + "/cancel", "").statusCode()).isEqualTo(204);

      lineWith(lines, "cancelled");
    }
    assertThat(memories()).isZero();
  }
}
