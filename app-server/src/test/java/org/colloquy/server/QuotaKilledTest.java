package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.llm.ScriptedProvider;
import org.colloquy.server.storage.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a reservation when the server is killed in the middle of an answer.
class QuotaKilledTest {
  @TempDir Path folder;

  private String colloquy(Map<String, String> environment, String... words) throws Exception {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.toString()));
    var surroundings = new HashMap<>(environment);
    surroundings.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    try (var process = ServerProcess.run(surroundings, all.toArray(String[]::new))) {
      var text = process.output();
      assertThat(process.exitCode()).as(text).isZero();
      return text;
    }
  }

  /// Gives the owner a quota.
  ///
  /// @return the owner's token
  private String limited(Map<String, String> environment) throws Exception {
    colloquy(environment, "quotas", "set", "--tokens-per-day", "20000");
    return colloquy(environment, "tokens", "add", "test", "--scopes", "read,write")
        .lines()
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode quota(ServerProcess server, String token) throws Exception {
    var body = server.get("/api/quotas/mine", token).body();
    return new ObjectMapper().readTree(body).path("quotas").path(0);
  }

  private static long reserved(ServerProcess server, String token) throws Exception {
    return quota(server, token).path("reserved").path("tokens").longValue();
  }

  @Test
  void isSettledAtTheNextStartByTheAnswerThatWasKept() throws Exception {
    var gate = new Gate();
    var words = "Light scatters in the air. ".repeat(40);
    try (var provider = ScriptedProvider.start().says(words, "more").pausesAfter(1, gate)) {
      var environment =
          Map.of("OPENAI_BASE_URL", provider.address(), "OPENAI_API_KEY", "sk-abcdefgh1234");
      try (var server = ServerProcess.serve(folder, environment)) {
        server.terminate();
        server.exitCode();
      }
      var token = limited(environment);
      try (var server = ServerProcess.serve(folder, environment)) {
        ask(server, token);
        gate.awaitReached();
        awaitKept(server, token, words);
        assertThat(reserved(server, token)).isGreaterThan(16_000);
        server.kill();
      }
      try (var server = ServerProcess.serve(folder, environment)) {
        assertThat(reserved(server, token)).isZero();
        assertThat(quota(server, token).path("used").path("tokensToday").longValue())
            .isBetween(200L, 1_000L);
      } finally {
        gate.open();
      }
    }
  }

  @Test
  void isSettledByAnotherServerThatRuns() throws Exception {
    var gate = new Gate();
    var words = "Light scatters in the air. ".repeat(40);
    try (var provider = ScriptedProvider.start().says(words, "more").pausesAfter(1, gate)) {
      var environment =
          Map.of(
              "OPENAI_BASE_URL",
              provider.address(),
              "OPENAI_API_KEY",
              "sk-abcdefgh1234",
              "COLLOQUY_DB",
              Postgres.address(),
              "COLLOQUY_SHARED_FOLDER",
              folder.resolve("shared").toString(),
              "COLLOQUY_KEY_FILE",
              folder.resolve("keys").resolve("key").toString());
      try (var one = ServerProcess.serve(folder.resolve("one"), environment);
          var other = ServerProcess.serve(folder.resolve("other"), environment)) {
        var token = limited(environment);
        ask(one, token);
        gate.awaitReached();
        awaitKept(other, token, words);
        assertThat(reserved(other, token)).isGreaterThan(16_000);

        one.kill();

        await()
            .atMost(Duration.ofMinutes(1))
            .untilAsserted(() -> assertThat(reserved(other, token)).isZero());
        assertThat(quota(other, token).path("used").path("tokensToday").longValue())
            .isBetween(200L, 1_000L);
      } finally {
        gate.open();
      }
    }
  }

  private static void ask(ServerProcess server, String token) throws Exception {
    var conversation = server.post("/api/conversations", token, "{\"title\":\"Light\"}").body();
    var path = "/api/conversations/" + TestClient.field(conversation, "id") + "/turns";
    Thread.ofVirtual()
        .start(() -> {
          try {
            server.post(path, token, "{\"text\":\"Why is the sky blue?\"}");
          } catch (IOException | InterruptedException _) {
            // The server is killed before it has answered.
          }
        });
  }

  /// An answer is written down every second while it grows.
  private static void awaitKept(ServerProcess server, String token, String words) throws Exception {
    var conversations = server.get("/api/conversations", token).body();
    var path = "/api/conversations/" + TestClient.field(conversations, "id") + "/messages";
    while (!server.get(path, token).body().contains(words.strip())) {
      Thread.onSpinWait();
    }
  }
}
