package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.llm.ScriptedProvider;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server over PostgreSQL is killed while it gives many answers.
class KilledOnPostgresTest {
  private static final int ANSWERS = 50;
  private static final String SAID = "The first ";

  private final ObjectMapper json = new ObjectMapper();
  private final String address = Postgres.address();

  @TempDir Path folder;

  private String moveIn(ServerProcess server) throws IOException, InterruptedException {
    var token = Newcomer.joins(server);
    server.post("/chat/addAPIKey/", token, "{\"key\":\"sk-abcdefgh1234\",\"nickname\":\"k\"}");
    for (int i = 0; i < ANSWERS; i++) {
      server.post("/chat/createConversation/", token, "{\"title\":\"Asked\"}");
    }
    return token;
  }

  private static HttpResponse<String> ask(ServerProcess server, String token, long conversation)
      throws IOException, InterruptedException {
    return server.post(
        "/chat/sendMessage/",
        token,
        """
        {"conversation_id":%d,"apikey_nickname":"k","content":"Tell me","model":"gpt-4o"}
        """
            .formatted(conversation));
  }

  private long answers(Database database, String state) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select count(*) from message
                where role = 'ASSISTANT' and state = :state and content = :said
                """)
            .bind("state", state)
            .bind("said", SAID)
            .mapTo(Long.class)
            .one());
  }

  private JsonNode conversations(ServerProcess server, String token)
      throws IOException, InterruptedException {
    return json.readTree(server.get("/api/conversations?limit=100", token).body())
        .get("conversations");
  }

  @Test
  void losesNoWordThatWasWrittenDown() throws Exception {
    var gate = new Gate();
    var killed = new ArrayList<Future<HttpResponse<String>>>();
    try (var provider =
            ScriptedProvider.start().says("The ", "first ", "half").pausesAfter(2, gate);
        var database = Database.at(address);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var environment =
          Map.of(
              "OPENAI_BASE_URL",
              provider.address(),
              "COLLOQUY_DB",
              address,
              "COLLOQUY_ANSWERS_AT_ONCE",
              Integer.toString(ANSWERS));
      try (var server = ServerProcess.serve(folder, environment)) {
        var token = moveIn(server);
        for (var conversation : conversations(server, token)) {
          long number = conversation.get("number").asLong();
          killed.add(clients.submit(() -> ask(server, token, number)));
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> answers(database, "GROWING") == ANSWERS);
        server.kill();
      }
      assertThat(killed)
          .hasSize(ANSWERS)
          .allSatisfy(
              client -> assertThatThrownBy(client::get).hasCauseInstanceOf(IOException.class));
      gate.open();
      try (var server = ServerProcess.serve(folder, environment)) {
        assertThat(answers(database, "CUT_OFF")).isEqualTo(ANSWERS);
        var token = Newcomer.signsIn(server);
        var first =
            StreamSupport.stream(conversations(server, token).spliterator(), false)
                .findFirst()
                .orElseThrow();
        var said = ask(server, token, first.get("number").asLong());
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        assertThat(said.body()).isEqualTo("The first half");
      }
    }
  }
}
