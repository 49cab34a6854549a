package org.colloquy.server.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.model.ToolCall;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Turns that name an agent, or tools.
class TurnToolsTest {
  private static final ToolCall CALL =
      new ToolCall("call_1", "recall_memory", "{\"query\":\"tea\"}");

  private final TestServer server =
      TestServer.with(
          new ScriptedChatModel(
              ScriptedReply.says().askingFor(CALL), ScriptedReply.says("Nothing.")));

  @AfterEach
  void close() {
    server.close();
  }

  private String turn(String fields) {
    var core = server.core();
    var id = core.core().conversations().create(core.owner(), "").id();
    var body = "{\"text\":\"What do I drink?\"" + fields + "}";
    return server.owner().post("/api/conversations/" + id + "/turns", body).body();
  }

  @Test
  void offerAPlainModelTheToolsThatAreNamed() {
    var lines = turn(",\"tools\":[\"recall_memory\",\"recall_memory\",\"gone\",null]");

    assertThat(server.core().model().prompts().getFirst().tools())
        .extracting(Prompt.ToolOffer::name)
        .containsExactly("recall_memory");
    assertThat(lines)
        .contains("\"event\":\"tool-called\"", "\"result\":\"[]\"", "\"event\":\"finished\"");
  }

  @Test
  void areAnsweredByTheAgentThatIsNamed() {
    turn(",\"agent\":\"00000000-0000-0000-0000-000000000001\",\"tools\":[\"create_memory\"]");

    var prompt = server.core().model().prompts().getFirst();
    assertThat(prompt.lines().getFirst().content()).contains("petroleum production");
    assertThat(prompt.tools()).extracting(Prompt.ToolOffer::name).contains("create_memory");
  }

  @Test
  void areNotBegunWithAnAgentThatIsNotThere() {
    assertThat(turn(",\"agent\":\"00000000-0000-0000-0000-000000004711\"")).contains("not-found");
    assertThat(server.core().model().prompts()).isEmpty();
  }
}
