package org.colloquy.server.api;

import java.util.List;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.Gate;
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

  private TestServer serverThatWaitsAfterTheFirstOf(String... words) {
    return TestServer.with(new ScriptedChatModel(ScriptedReply.says(words).waitingBefore(1, gate)));
  }

  private void goOn(String told) {
    if (told.equals("heard the first word")) {
      gate.open();
    }
  }
}
