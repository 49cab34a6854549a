package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.llm.ScriptedProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerMainTest {
  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path folder;

  private JsonNode messages(ServerProcess server, String token)
      throws IOException, InterruptedException {
    var list = json.readTree(server.get("/api/conversations", token).body()).get("conversations");
    var id = list.get(0).get("id").asText();
    var thread = server.get("/api/conversations/" + id + "/messages", token).body();
    return json.readTree(thread).get("messages");
  }

  /// Somebody new asks something, and does not wait for the answer.
  private String ask(ServerProcess server) throws IOException, InterruptedException {
    var token = Newcomer.joins(server);
    server.post("/chat/addAPIKey/", token, "{\"key\":\"sk-abcdefgh1234\",\"nickname\":\"k\"}");
    server.post("/chat/createConversation/", token, "{\"title\":\"Asked\"}");
    Thread.ofVirtual()
        .start(() -> {
          try {
            send(server, token, "Tell me");
          } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return token;
  }

  private static HttpResponse<String> send(ServerProcess server, String token, String text)
      throws IOException, InterruptedException {
    return server.post(
        "/chat/sendMessage/",
        token,
        """
        {"conversation_id":1,"apikey_nickname":"k","content":"%s","model":"gpt-4o"}
        """
            .formatted(text));
  }

  private JsonNode answerAfterwards(Map<String, String> environment) throws Exception {
    try (var server = ServerProcess.serve(folder, environment)) {
      return messages(server, Newcomer.signsIn(server)).get(2);
    }
  }

  @Test
  void givesRunningAnswersTimeToEndWhenAskedToEnd() throws Exception {
    var gate = new Gate();
    try (var provider =
        ScriptedProvider.start().says("The ", "whole ", "answer").pausesAfter(2, gate)) {
      var environment =
          Map.of("OPENAI_BASE_URL", provider.address(), "COLLOQUY_LOG_FORMAT", "json");
      try (var server = ServerProcess.serve(folder, environment)) {
        var token = ask(server);
        gate.awaitReached();

        server.terminate();

        await()
            .untilAsserted(
                () -> assertThat(server.get("/health/ready", "").statusCode()).isEqualTo(503));
        assertThat(server.get("/health/live", "").statusCode()).isEqualTo(200);
        assertThat(send(server, token, "Another one").statusCode()).isEqualTo(503);
        gate.open();
        assertThat(server.exitCode()).isEqualTo(143);
        var lines = server.output().lines().map(this::logged).toList();
        assertThat(lines)
            .extracting(line -> line.get("logger").asText())
            .contains("org.colloquy.server.security.vault.MasterKeys");
      }
      var answer = answerAfterwards(environment);
      assertThat(answer.get("content").asText()).isEqualTo("The whole answer");
      assertThat(answer.get("state").asText()).isEqualTo("complete");
    }
  }

  private JsonNode logged(String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }

  @Test
  void cutsAnswersOffThatTakeLongerThanItMayWait() throws Exception {
    var gate = new Gate();
    try (var provider =
        ScriptedProvider.start().says("The ", "first ", "half").pausesAfter(2, gate)) {
      var environment =
          Map.of("OPENAI_BASE_URL", provider.address(), "COLLOQUY_SHUTDOWN_WAIT", "1");
      try (var server = ServerProcess.serve(folder, environment)) {
        ask(server);
        gate.awaitReached();

        server.terminate();

        assertThat(server.exitCode()).isEqualTo(143);
        assertThat(server.output())
            .contains("Answers that are cut off: 1")
            .doesNotContain("Exception");
      }
      gate.open();
      var answer = answerAfterwards(environment);
      assertThat(answer.get("content").asText()).isEqualTo("The first ");
      assertThat(answer.get("state").asText()).isEqualTo("cut-off");
    }
  }

  @Test
  void checksItsSettingsAndSaysEverythingThatIsWrong() throws Exception {
    var surroundings = Map.of("COLLOQUY_PORT", "8001", "OPENAI_API_KEY", "sk-secret12345");
    try (var fine =
            ServerProcess.run(surroundings, "config", "check", "--data", folder.toString());
        var wrong =
            ServerProcess.run(
                surroundings, "config", "check", "--port", "eight", "--log-format", "xml")) {
      assertThat(fine.output())
          .contains(
              "port = 8001 (environment)\n",
              "data = " + folder + " (argument)\n",
              "shutdown-wait = 20 (default)\n",
              "OPENAI_API_KEY = set (environment)\n");
      // One setting is called so itself.
      assertThat(fine.output().replace("contents-secret = ", "")).doesNotContain("secret");
      assertThat(fine.exitCode()).isZero();
      assertThat(wrong.output())
          .contains(
              "colloquy: port: A port is a number", "colloquy: log-format: It must be one of");
      assertThat(wrong.exitCode()).isEqualTo(2);
    }
    refuses("colloquy config check", 2, "config");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keepsTheWordsSaidBeforeItWasKilledAndMarksThemAsCutOff() throws Exception {
    var gate = new Gate();
    try (var provider =
        ScriptedProvider.start().says("The ", "first ", "half").pausesAfter(2, gate)) {
      var environment =
          Map.of("OPENAI_BASE_URL", provider.address(), "COLLOQUY_WHEN_READER_LEAVES", "go-on");
      try (var server = ServerProcess.serve(folder, environment)) {
        var token = ask(server);
        gate.awaitReached();
        await()
            .untilAsserted(() ->
                assertThat(messages(server, token).findValuesAsText("content"))
                    .contains("The first "));
        server.kill();
      }
      gate.open();
      try (var server = ServerProcess.serve(folder, environment)) {
        var answer = messages(server, Newcomer.signsIn(server)).get(2);

        assertThat(answer.get("content").asText()).isEqualTo("The first ");
        assertThat(answer.get("state").asText()).isEqualTo("cut-off");
      }
    }
  }

  @Test
  void endsInGoodOrderWhenAskedTo() throws Exception {
    try (var server = ServerProcess.serve(folder, Map.of())) {
      assertThat(server.get("/health/ready", "").statusCode()).isEqualTo(200);

      server.terminate();

      assertThat(server.exitCode()).isEqualTo(143);
      assertThat(server.output()).doesNotContain("Exception");
    }
  }

  @Test
  void tellsItsVersionAndItsOptions() throws Exception {
    try (var version = ServerProcess.run(Map.of(), "--version");
        var help = ServerProcess.run(Map.of(), "--help")) {
      assertThat(version.output()).matches("Colloquy \\d+\\.\\d+\\.\\d+\\S*\\s*");
      assertThat(help.output()).contains("serve", "--port", "--data", "--allow-origin");
      assertThat(version.exitCode()).isZero();
      assertThat(help.exitCode()).isZero();
    }
  }

  @Test
  void verifiesTheAuditLogOfAServerThatDoesNotRun() throws Exception {
    try (var server = ServerProcess.serve(folder, Map.of("OPENAI_API_KEY", "sk-0123456789"))) {
      refuses("another", 1, "verify-audit", "--data", folder.toString());
      server.terminate();
      server.exitCode();
    }
    try (var check = ServerProcess.run(Map.of(), "verify-audit", "--data", folder.toString())) {
      assertThat(check.exitCode()).isZero();
      var said = check.output();
      assertThat(said).contains("The audit log is in order. Entries: 1.");
      var hash = said.replaceAll("(?s).*else: ([0-9a-f]{64}).*", "$1");
      expects(hash, 0, "in order");
      expects("0".repeat(63) + "1", 1, "The expected hash is not in it.");
    }
    refuses("64 digits", 2, "verify-audit", "--expect", "abc");
    refuses("no database", 1, "verify-audit", "--data", folder.resolve("empty").toString());
  }

  private void expects(String hash, int code, String sentence) throws Exception {
    try (var check =
        ServerProcess.run(
            Map.of(), "verify-audit", "--expect", hash, "--data", folder.toString())) {
      assertThat(check.output()).contains(sentence);
      assertThat(check.exitCode()).isEqualTo(code);
    }
  }

  private void refuses(String sentence, int code, String... arguments) throws Exception {
    try (var server = ServerProcess.run(Map.of(), arguments)) {
      assertThat(server.output())
          .startsWith("colloquy: ")
          .contains(sentence)
          .doesNotContain("\tat ");
      assertThat(server.exitCode()).isEqualTo(code);
    }
  }

  @Test
  void saysInOneSentenceWhyItCannotStart() throws Exception {
    var file = Files.writeString(folder.resolve("file"), "not a folder");
    refuses("no such option", 2, "serve", "--prot", "8000");
    refuses("A port is a number", 2, "serve", "--port", "eight");
    refuses("There is no command", 2, "dance");
    refuses(file.toString(), 1, "serve", "--port", "0", "--data", file.toString());
  }

  @Test
  void saysThatAnotherOneUsesTheFolder() throws Exception {
    try (var first = ServerProcess.serve(folder, Map.of())) {
      refuses("another", 1, "serve", "--port", "0", "--data", folder.toString());
      assertThat(first.get("/health/ready", "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      refuses(
          "Port " + port + " is taken", 1, "serve", "--port", port, "--data", folder.toString());
    }
  }

  @Test
  void refusesADamagedDatabaseAndLeavesItAsItIs() throws Exception {
    try (var server = ServerProcess.serve(folder, Map.of())) {
      server.terminate();
      server.exitCode();
    }
    var database = folder.resolve("colloquy.mv.db");
    Files.write(database, new byte[0]);

    refuses("colloquy", 1, "serve", "--port", "0", "--data", folder.toString());

    assertThat(Files.size(database)).isZero();
  }
}
