package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.server.TestServer;
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
import org.junit.jupiter.api.Test;

/// What the owner of a server decides about the user chat API.
class UserchatOptionsTest {
  @Test
  void hidesSystemMessages() {
    var config = config(WhenReaderLeaves.STOP, SystemMessages.HIDDEN);
    try (var server = TestServer.with(ScriptedChatModel.saying("x"), config)) {
      var owner = server.owner();

      assertThat(owner.post("/chat/createConversation/", "{}").body()).contains("\"messages\":[]");
      assertThat(owner.get("/chat/getConversation/?conversation_id=1").body())
          .contains("\"messages\":[]");
      assertThat(owner.get("/chat/getConversations/").body()).contains("\"message_count\":1");
    }
  }

  @Test
  void letsTheModelGoOnWhenItsReaderLeaves() throws IOException {
    var gate = new Gate();
    var reply = ScriptedReply.says("one", " two").waitingBefore(1, gate);
    var config = config(WhenReaderLeaves.GO_ON, SystemMessages.SHOWN);
    try (var server = TestServer.with(new ScriptedChatModel(reply), config)) {
      var owner = server.owner();
      owner.post("/chat/createConversation/", "{}");
      var answer =
          owner.open(
              "POST",
              "/chat/sendMessage/",
              "{\"conversation_id\":1,\"apikey_nickname\":\"\",\"content\":\"x\",\"model\":\"local\"}");
      answer.body().readNBytes(3);
      answer.body().close();
      gate.open();

      await()
          .untilAsserted(() ->
              assertThat(owner.get("/chat/getConversation/?conversation_id=1").body())
                  .contains("one two"));
    }
  }

  private static ServerConfig config(WhenReaderLeaves leaving, SystemMessages shown) {
    return new ServerConfig(
        Path.of("unused"),
        0,
        ServerConfig.PortTaken.REFUSE,
        List.of(),
        "https://api.openai.com/v1",
        null,
        leaving,
        shown,
        RunningAnswers.USUAL,
        SearchConfig.USUAL,
        KeyConfig.in(Path.of("unused")),
        FileLimits.USUAL,
        ServerConfig.LocalServers.NOT_LOOKED_FOR,
        SharingConfig.USUAL,
        OperationConfig.USUAL);
  }
}
