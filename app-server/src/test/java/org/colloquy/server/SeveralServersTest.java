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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.llm.ScriptedProvider;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers over one database, and clients that ask now one and now the other.
class SeveralServersTest {
  private static final int ANSWERS = 50;
  private static final int AT_ONCE = 10;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final ObjectMapper json = new ObjectMapper();
  private final String address = Postgres.address();
  private final Gate gate = new Gate();
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final List<AutoCloseable> open = new ArrayList<>();

  @TempDir Path room;

  @AfterEach
  void end() throws Exception {
    gate.open();
    for (var one : open.reversed()) {
      one.close();
    }
    clients.close();
  }

  private Map<String, String> surroundings(ScriptedProvider provider) {
    var surroundings = new HashMap<String, String>();
    surroundings.put("OPENAI_BASE_URL", provider.address());
    surroundings.put("COLLOQUY_DB", address);
    surroundings.put("COLLOQUY_SHARED_FOLDER", room.resolve("shared").toString());
    surroundings.put("COLLOQUY_KEY_FILE", room.resolve("keys").resolve("key").toString());
    surroundings.put("COLLOQUY_ANSWERS_AT_ONCE", Integer.toString(ANSWERS));
    return surroundings;
  }

  private ServerProcess server(String name, ScriptedProvider provider) throws IOException {
    var server = ServerProcess.serve(room.resolve(name), surroundings(provider));
    open.add(server);
    return server;
  }

  private ScriptedProvider provider() {
    var provider = ScriptedProvider.start().says("The ", "first ", "half").pausesAfter(2, gate);
    open.add(provider);
    return provider;
  }

  private String moveIn(ServerProcess server) throws IOException, InterruptedException {
    var token = Newcomer.joins(server);
    server.post("/chat/addAPIKey/", token, "{\"key\":\"sk-abcdefgh1234\",\"nickname\":\"k\"}");
    return token;
  }

  /// @param number by which the user chat API knows it
  private record Begun(String id, long number) {}

  private Begun conversation(ServerProcess server, String token)
      throws IOException, InterruptedException {
    var made =
        json.readTree(server.post("/api/conversations", token, "{\"title\":\"Tides\"}").body());
    return new Begun(made.get("id").asText(), made.get("number").asLong());
  }

  private static HttpResponse<String> ask(ServerProcess server, String token, Begun conversation)
      throws IOException, InterruptedException {
    return server.post(
        "/chat/sendMessage/",
        token,
        """
        {"conversation_id":%d,"apikey_nickname":"k","content":"Tell me","model":"gpt-4o"}
        """
            .formatted(conversation.number()));
  }

  private JsonNode seen(ServerProcess server, String token, Begun conversation)
      throws IOException, InterruptedException {
    return json.readTree(
        server.get("/api/conversations/" + conversation.id() + "/messages", token).body());
  }

  private String turn(ServerProcess server, String token, Begun conversation) {
    return await()
        .until(() -> seen(server, token, conversation).get("runningTurn"), turn -> !turn.isNull())
        .asText();
  }

  private Future<HttpResponse<String>> watching(ServerProcess server, String token, String turn) {
    return clients.submit(() -> server.get("/api/turns/" + turn + "?after=0", token));
  }

  private String lastState(ServerProcess server, String token, Begun conversation)
      throws IOException, InterruptedException {
    var messages = seen(server, token, conversation).get("messages");
    return messages.get(messages.size() - 1).get("state").asText();
  }

  @Test
  void watchEachOthersAnswersAndLetOneBeGivenAtATime() throws Exception {
    var provider = provider();
    var one = server("one", provider);
    var other = server("other", provider);
    var token = moveIn(one);
    var conversation = conversation(other, token);
    var asked = clients.submit(() -> ask(one, token, conversation));

    var turn = turn(other, token, conversation);
    var second =
        other.post(
            "/api/conversations/" + conversation.id() + "/turns", token, "{\"text\":\"Too\"}");
    var watched = watching(other, token, turn);
    gate.open();

    assertThat(second.statusCode()).as(second.body()).isEqualTo(409);
    assertThat(asked.get().body()).isEqualTo("The first half");
    assertThat(watched.get().body()).contains("The first ", "half", "\"finished\"");
    assertThat(other.get("/api/turns/" + turn + "?after=0", token).body()).contains("half");
    assertThat(ask(other, token, conversation).body()).isEqualTo("The first half");
  }

  @Test
  void stopEachOthersAnswers() throws Exception {
    var provider = provider();
    var one = server("one", provider);
    var other = server("other", provider);
    var token = moveIn(one);
    var conversation = conversation(one, token);
    var asked = clients.submit(() -> ask(one, token, conversation));
    var turn = turn(other, token, conversation);

    var stopped = other.post("/api/turns/" + turn + "/cancel", token, "");

    assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(204);
    assertThatThrownBy(asked::get).hasCauseInstanceOf(IOException.class);
    assertThat(lastState(other, token, conversation)).isEqualTo("cut-off");
  }

  @Test
  void keepWhatAServerWroteDownThatIsKilled() throws Exception {
    var provider = provider();
    var one = server("one", provider);
    var other = server("other", provider);
    var token = moveIn(one);
    var conversations = new ArrayList<Begun>();
    var killed = new ArrayList<Future<HttpResponse<String>>>();
    for (int i = 0; i < ANSWERS; i++) {
      conversations.add(conversation(one, token));
    }
    try (var database = Database.at(address)) {
      for (var conversation : conversations) {
        killed.add(clients.submit(() -> ask(one, token, conversation)));
        if (killed.size() % AT_ONCE == 0) {
          await().atMost(LONGEST).until(() -> written(database) == killed.size());
        }
      }
    }
    var watching = new ArrayList<Queue<String>>();
    var ended = new ArrayList<Future<?>>();
    var seen = json.readTree(other.get("/api/conversations?limit=100", token).body());
    for (var conversation : seen.get("conversations")) {
      var lines = new ConcurrentLinkedQueue<String>();
      var path = "/api/turns/" + conversation.get("runningTurn").asText() + "?after=0";
      watching.add(lines);
      ended.add(clients.submit(() -> addLines(other, path, token, lines)));
    }
    await()
        .atMost(LONGEST)
        .until(() -> watching.stream().allMatch(lines -> lines.toString().contains("first ")));

    one.kill();

    assertThat(killed)
        .allSatisfy(
            client -> assertThatThrownBy(client::get).hasCauseInstanceOf(IOException.class));
    for (var client : ended) {
      client.get();
    }
    assertThat(watching)
        .hasSize(ANSWERS)
        .allSatisfy(lines ->
            assertThat(lines.toString())
                .contains("\"failed\"", "has ended; what it wrote down is kept"));
    for (var conversation : conversations) {
      await()
          .atMost(LONGEST)
          .untilAsserted(
              () -> assertThat(lastState(other, token, conversation)).isEqualTo("cut-off"));
      var messages = seen(other, token, conversation);
      assertThat(messages.get("runningTurn").isNull()).isTrue();
      assertThat(messages.get("messages").get(1).get("content").asText()).isEqualTo("The first ");
    }
    gate.open();
    assertThat(ask(other, token, conversations.getFirst()).body()).isEqualTo("The first half");
  }

  private static boolean addLines(
      ServerProcess server, String path, String token, Queue<String> lines)
      throws IOException, InterruptedException {
    try (var read = server.lines(path, token)) {
      read.forEach(lines::add);
      return true;
    }
  }

  private static long written(Database database) {
    return database.read(handle ->
        handle
            .createQuery("select count(*) from message where content = 'The first '")
            .mapTo(Long.class)
            .one());
  }

  @Test
  void findEachOthersFiles() throws Exception {
    var provider = provider();
    var one = server("one", provider);
    var other = server("other", provider);
    var token = moveIn(one);
    var conversation = conversation(one, token);
    var path = "/api/conversations/" + conversation.id() + "/files";

    var uploaded = one.upload(path, token, "tide.csv", "place,metres\nBergen,1.2\nBodø,2.4\n");

    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
    var id = json.readTree(uploaded.body()).get("id").asText();
    assertThat(other.get("/api/files/" + id, token).body()).contains("Bergen,1.2");
    var inIt = "/api/conversations/" + conversation.id();
    await()
        .atMost(LONGEST)
        .untilAsserted(
            () -> assertThat(other.get(inIt + "/tables", token).body()).contains("\"ready\""));
    var found = other.post(inIt + "/queries", token, "{\"sql\":\"select max(metres) from tide\"}");
    assertThat(found.body()).contains("2.4");
  }

  @Test
  void refuseAServerThatWantsTheDatabaseForItself() throws Exception {
    server("one", provider());

    var surroundings = surroundings(provider());
    surroundings.remove("COLLOQUY_SHARED_FOLDER");
    try (var alone =
        ServerProcess.run(
            surroundings, "serve", "--port", "0", "--data", room.resolve("alone").toString())) {
      assertThat(alone.output())
          .contains("Another Colloquy uses this database")
          .doesNotContain("\tat ");
      assertThat(alone.exitCode()).isEqualTo(1);
    }
  }
}
