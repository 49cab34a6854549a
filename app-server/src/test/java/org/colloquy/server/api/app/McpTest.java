package org.colloquy.server.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.colloquy.model.ToolCall;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.tool.mcp.StdioServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A server of tools, from being added to being called in a turn.
class McpTest {
  private static final ToolCall CALL = new ToolCall("c", "lab__echo", "{\"say\":\"hi\"}");

  private final TestServer server =
      TestServer.with(
          new ScriptedChatModel(
              ScriptedReply.says().askingFor(CALL), ScriptedReply.says("It said hi.")));

  @AfterEach
  void close() {
    server.close();
  }

  private static String body(String name, List<String> command) throws Exception {
    return new JsonMapper()
        .writeValueAsString(
            Map.of("name", name, "command", command, "variables", Map.of("LAB_KEY", "canary")));
  }

  @Test
  void isUsedOnlyAfterItsToolsWereApproved() throws Exception {
    var owner = server.owner();
    var added = owner.post("/api/mcp", body("lab", StdioServer.command("good"))).body();
    var path = "/api/mcp/" + TestClient.field(added, "id");

    var tested = owner.post(path + "/test", "").body();
    assertThat(tested)
        .contains("\"state\":\"changed\"", "lab__echo", "\"variables\":[\"LAB_KEY\"]")
        .doesNotContain("canary");
    assertThat(owner.get("/api/tools").body()).doesNotContain("lab__echo");

    var hash = TestClient.field(tested, "hash");
    assertThat(owner.send("PATCH", path, "{\"approve\":\"x\"}").statusCode()).isEqualTo(409);
    var approved = owner.send("PATCH", path, "{\"approve\":\"" + hash + "\"}").body();
    assertThat(approved).contains("\"state\":\"ready\"");
    assertThat(owner.get("/api/tools").body()).contains("lab__echo", "\"source\":\"mcp\"");
    assertThat(owner.get(path + "/resources").body()).contains("note://one");
    assertThat(owner.get(path + "/resources?uri=note://one").body())
        .isEqualTo("{\"text\":\"noted\"}");
    assertThat(owner.get(path + "/prompts").body()).contains("\"parameters\":[\"what\"]");
    assertThat(
            owner
                .post(path + "/prompts", "{\"name\":\"ask\",\"arguments\":{\"what\":\"tea\"}}")
                .body())
        .isEqualTo("{\"text\":\"What is tea?\"}");

    assertThat(owner.send("PATCH", path, "{\"on\":false}").body()).contains("\"state\":\"off\"");
    assertThat(owner.get("/api/tools").body()).doesNotContain("lab__echo");
    assertThat(owner.send("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(owner.get("/api/mcp").body()).isEqualTo("{\"servers\":[]}");
  }

  @Test
  void startsNoProgramForSomebodyWhoIsNoOwner() throws Exception {
    var eve = server.member("eve");

    assertThat(eve.post("/api/mcp", body("lab", StdioServer.command("good"))).statusCode())
        .isEqualTo(403);
    assertThat(eve.get("/api/mcp").body()).isEqualTo("{\"servers\":[]}");
  }

  @Test
  void findsNothingOfSomebodyElse() throws Exception {
    var added = server.owner().post("/api/mcp", body("lab", List.of("/no/such/program"))).body();
    var path = "/api/mcp/" + TestClient.field(added, "id");
    var eve = server.member("eve");

    assertThat(eve.send("PATCH", path, "{\"on\":false}").statusCode()).isEqualTo(404);
    assertThat(eve.post(path + "/test", "").statusCode()).isEqualTo(404);
    assertThat(eve.get(path + "/resources").statusCode()).isEqualTo(404);
    assertThat(eve.send("DELETE", path, "").statusCode()).isEqualTo(404);
  }
}
