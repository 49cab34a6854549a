package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Problem;
import org.colloquy.model.ResponseFormat;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;

/// Clients that people use, in Node, against a real server.
///
/// One more takes a script in `src/test/node` and a test here.
class NodeClientsTest {
  private final Gate gate = new Gate();

  @Test
  void eventsourceHearsEveryWordAtOnceAndStaysAwayAfterTheEnd() {
    var words = new String[] {"Dear", " friend", ",\n\n", "  two\r\nlines", " 🙂"};
    try (var server = serverThatWaitsAfterTheFirstOf(words)) {
      NodeScripts.run(
          "chats-eventsource.mjs",
          server.port(),
          this::goOn,
          String.join("", List.of(words)).replace("\r\n", "\n"));
    }
  }

  @Test
  void fetchReadsAnAnswerAsItGrowsWhereverItIsCut() {
    var repeated = "🙂日本語æ";
    var times = 40_000;
    try (var server = serverThatWaitsAfterTheFirstOf("æ🙂", repeated.repeat(times))) {
      NodeScripts.run(
          "userchat-fetch.mjs",
          server.port(),
          this::goOn,
          TestServer.LOCAL_TOKEN,
          "æ🙂",
          repeated,
          Integer.toString(times));
    }
  }

  @Test
  void wsTalksWithAnAgent() {
    try (var server = serverThatWaitsAfterTheFirstOf("æ🙂", " \"two\"\n")) {
      NodeScripts.run("agents-ws.mjs", server.port(), this::goOn, "æ🙂", " \"two\"\n");
    }
  }

  @Test
  void openaiAsksModelsUnderAnyName() {
    var call = new ToolCall("call_1", "weather", "{\"place\":\"Tromsø\"}");
    var other = new ToolCall("call_2", "weather", "{\"place\":\"Oslo\"}");
    var broken = new Problem.Upstream("OpenAI", Problem.UpstreamFault.CUT, 200, "");
    var model =
        new ScriptedChatModel(
            ScriptedReply.says("æ🙂", " \"two\"\n").waitingBefore(1, gate),
            ScriptedReply.says("whole"),
            ScriptedReply.says().askingFor(call, other),
            ScriptedReply.says().askingFor(call, other),
            ScriptedReply.says("{\"answer\":42}"),
            ScriptedReply.says("half", "never").failingAfter(1, broken),
            ScriptedReply.fails(
                new Problem.Upstream("OpenAI", Problem.UpstreamFault.NO_CREDIT, 429, "no money")),
            ScriptedReply.says("first", "never").waitingBefore(1, new Gate()));
    try (var server = TestServer.with(model)) {
      NodeScripts.run(
          "openai-client.mjs",
          server.port(),
          this::goOn,
          TestServer.LOCAL_TOKEN,
          "æ🙂",
          " \"two\"\n");
      await().until(model::cancelled);
      var asked = model.prompts().get(1);
      assertThat(asked.parameters())
          .isEqualTo(
              new ModelParameters(0.5, 0.9, 7L, 100, List.of("END"), new ResponseFormat.Text()));
      assertThat(asked.lines())
          .containsExactly(
              new Prompt.Line(Role.SYSTEM, "Be brief."),
              new Prompt.Line(
                  Role.USER,
                  "What is this?",
                  List.of(),
                  null,
                  List.of(new Prompt.Picture("image/png", "iVBORw0KGgo="))));
    }
  }

  private TestServer serverThatWaitsAfterTheFirstOf(String... words) {
    return TestServer.with(new ScriptedChatModel(ScriptedReply.says(words).waitingBefore(1, gate)));
  }

  private void goOn(String told) {
    if (told.equals("heard the first word")) {
      gate.open();
    }
  }
}
