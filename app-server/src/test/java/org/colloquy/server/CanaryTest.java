package org.colloquy.server;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.zip.ZipInputStream;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Endpoint;
import org.colloquy.server.llm.ScriptedProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets go in by every way there is, everything is done and fails, and then they are looked for
/// everywhere.
class CanaryTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final String providerKey = secret("provider key", "sk-proj-");
  private final String strangeKey = secret("key like no other", "");
  private final String pastedKey = secret("pasted key", "gsk_");
  private final String wrongKey = secret("wrong key", "");
  private final String password = secret("password", "Pass-");
  private final String wrongPassword = secret("wrong password", "Pass-");
  private final String searchKey = secret("search key", "tvly-");
  private final String environmentKey = secret("key of the environment", "sk-");

  /// What the server answered to those who know no secret, or know one and must not hear it again.
  private final List<String> answers = new ArrayList<>();

  @TempDir Path data;
  @TempDir Path temporary;
  @TempDir Path config;
  @TempDir Path logs;

  private String secret(String name, String start) {
    var bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    var secret = start + HexFormat.of().formatHex(bytes);
    secrets.put(name, secret);
    return secret;
  }

  private static List<Endpoint> endpoints() {
    try (var server = TestServer.with(ScriptedChatModel.saying("x"))) {
      return server.faces().stream().flatMap(face -> face.paths().endpoints().stream()).toList();
    }
  }

  @Test
  void isNowhere() throws Exception {
    var endpoints = endpoints();
    try (var provider = ScriptedProvider.start().modelsAsScripted()) {
      echoes(provider, 401);
      String said;
      try (var server = ServerProcess.serve(data, environment(provider))) {
        var token = moveIn(server);
        keepKeys(server, provider, token);
        askWithFaults(server, provider, token);
        exportHoldsNone(server, token);
        // Signs out as well.
        callEverything(server, endpoints, token);
        openSockets(server, token);
        secrets.put("access token", token);
        isNotInTheProcess(server);
        server.terminate();
        said = server.output();
        server.exitCode();
      }
      assertThat(provider.requests())
          .anyMatch(request -> request.has("Authorization: Bearer " + strangeKey))
          .anyMatch(request -> request.has("Authorization: Bearer " + searchKey));
      holdsNone("what the server said", said.getBytes(UTF_8));
    }
    answers.forEach(answer -> holdsNone("an answer", answer.getBytes(UTF_8)));
    assertThat(Files.readString(logs.resolve("server.log"))).contains("FINE");
    filesHoldNone(logs);
    filesHoldNone(data);
    filesHoldNone(temporary);
    filesHoldNone(config);
    assertThat(data.resolve("colloquy.mv.db")).isNotEmptyFile();
  }

  private Map<String, String> environment(ScriptedProvider provider) throws IOException {
    // Into a file, because nobody reads what the process says until it has ended.
    var logging = logs.resolve("logging.properties");
    Files.writeString(
        logging,
        """
        handlers = java.util.logging.FileHandler
        .level = ALL
        java.util.logging.FileHandler.level = ALL
        java.util.logging.FileHandler.pattern = %s/server.log
        java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
        """
            .formatted(logs));
    return Map.of(
        "JDK_JAVA_OPTIONS",
        "-Djava.util.logging.config.file=" + logging + " -Djava.io.tmpdir=" + temporary,
        "XDG_CONFIG_HOME",
        config.toString(),
        "OPENAI_BASE_URL",
        provider.address(),
        "OPENAI_API_KEY",
        environmentKey,
        "COLLOQUY_SEARCH_ENGINE",
        "tavily",
        "COLLOQUY_SEARCH_ADDRESS",
        provider.address(),
        "COLLOQUY_SEARCH_KEY",
        searchKey);
  }

  /// Repeats the key it was sent, as some providers do.
  private static void echoes(ScriptedProvider provider, int status) {
    provider
        .forgets()
        .sends(connection ->
            connection.answer(
                status,
                "{\"error\":{\"message\":\"Incorrect API key provided: %s\"}}"
                    .formatted(sentTo(provider)),
                "X-Echo: " + sentTo(provider)));
  }

  /// The key in the last request to a provider, and the header it came in.
  private static String sentTo(ScriptedProvider provider) {
    return provider
        .requests()
        .getLast()
        .head()
        .lines()
        .filter(line -> line.startsWith("Authorization: Bearer "))
        .map(line -> line + ", " + line.replace("Authorization: Bearer ", ""))
        .findFirst()
        .orElse("none");
  }

  private String moveIn(ServerProcess server) throws Exception {
    send(
        server,
        "",
        "POST",
        "/user/register/",
        """
        {"first_name":"A","last_name":"B","username":"ada","email":"ada@example.org",
         "password":"%s","country":"","affiliation":"","position":"","field_of_study":""}
        """
            .formatted(password));
    send(server, "", "POST", "/user/auth/", signIn(wrongPassword));
    send(server, "", "POST", "/user/auth/", signIn(password) + "}");
    return json.readTree(server.post("/user/auth/", "", signIn(password)).body())
        .get("access")
        .asText();
  }

  private static String signIn(String password) {
    return "{\"username\":\"ada\",\"password\":\"" + password + "\"}";
  }

  private void keepKeys(ServerProcess server, ScriptedProvider provider, String token)
      throws Exception {
    var lab =
        json.readTree(
                server
                    .post(
                        "/api/providers",
                        token,
                        "{\"name\":\"Lab\",\"address\":\"%s/lab\"}".formatted(provider.address()))
                    .body())
            .get("id")
            .asText();
    var add = "{\"provider\":\"" + lab + "\",\"nickname\":\"%s\",\"secret\":\"%s\"}";
    send(server, token, "POST", "/api/keys", add.formatted("one", providerKey));
    send(server, token, "POST", "/api/keys", add.formatted("two", strangeKey));
    send(server, token, "POST", "/api/keys", add.formatted("three", "  \\t" + pastedKey + " \\n"));
    send(server, token, "POST", "/api/keys", add.formatted("four", wrongKey + " " + wrongKey));
    var added =
        send(
            server,
            token,
            "POST",
            "/chat/addAPIKey/",
            "{\"key\":\"" + providerKey + "\",\"nickname\":\"k\"}");
    assertThat(added.statusCode()).isLessThan(300);
    var test = "{\"provider\":\"" + lab + "\",\"secret\":\"" + wrongKey + "\"}";
    for (int status : new int[] {401, 400, 429, 500, 302}) {
      echoes(provider, status);
      assertThat(send(server, token, "POST", "/api/keys/test", test).statusCode()).isEqualTo(502);
      for (var key : json.readTree(server.get("/api/keys", token).body()).get("keys")) {
        var path = "/api/keys/" + key.get("id").asText() + "/test";
        send(server, token, "POST", path, "");
      }
    }
  }

  /// Turns that end in every bad way, with a provider that repeats the key each time.
  private void askWithFaults(ServerProcess server, ScriptedProvider provider, String token)
      throws Exception {
    send(server, token, "POST", "/chat/createConversation/", "{\"title\":\"Faults\"}");
    var message =
        """
        {"conversation_id":1,"apikey_nickname":"k","content":"Tell me","model":"gpt-4o"}
        """;
    var completion = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";
    for (var fault :
        List.<ScriptedProvider.Script>of(
            connection -> connection.answer(401, sentTo(provider)),
            connection -> connection.answer(500, "<html>" + sentTo(provider) + "</html>"),
            connection ->
                connection.answer(
                    200,
                    "data: {\"error\":{\"message\":\"" + sentTo(provider) + "\"}}\n\n",
                    "Content-Type: text/event-stream"),
            connection ->
                connection.answer(
                    200,
                    "data: {not " + sentTo(provider) + "\n\n",
                    "Content-Type: text/event-stream"),
            connection -> connection.answer(200, sentTo(provider), "Content-Type: text/plain"),
            connection -> connection.close())) {
      provider.forgets().sends(fault);
      send(server, token, "POST", "/chat/sendMessage/", message);
      send(server, token, "POST", "/llm/chat/completions", completion);
      var chat = send(server, "", "POST", "/chats/create", "{\"name\":\"Chat\"}");
      var id = json.readTree(chat.body()).get("id").asText();
      send(
          server,
          "",
          "POST",
          "/conversations/create",
          "{\"chat_id\":\"" + id + "\",\"role\":\"Human\",\"message\":\"moons\"}");
      send(server, "", "GET", "/conversations/inference_internet/" + id, "");
    }
    // A secure connection to somebody who does not speak it.
    var https = provider.address().replace("http:", "https:");
    var insecure = "{\"name\":\"Insecure\",\"address\":\"" + https + "\"}";
    var id = json.readTree(server.post("/api/providers", token, insecure).body()).get("id");
    var test = "{\"provider\":" + id + ",\"secret\":\"" + wrongKey + "\"}";
    send(server, token, "POST", "/api/keys/test", test);
    echoes(provider, 401);
  }

  /// Every path of every face, with secrets in all fields that are for secrets and in what cannot
  /// be read at all.
  private void callEverything(ServerProcess server, List<Endpoint> endpoints, String token)
      throws Exception {
    var fields = new LinkedHashMap<String, String>();
    for (var name : List.of("password", "new_password", "old_password", "current_password")) {
      fields.put(name, wrongPassword);
    }
    for (var name : List.of("key", "secret", "api_key", "apikey", "token", "refresh", "access")) {
      fields.put(name, wrongKey);
    }
    fields.put("username", "somebody");
    fields.put("email", "somebody@example.org");
    fields.put("nickname", "nick");
    var whole = json.writeValueAsString(fields);
    for (var endpoint : endpoints) {
      var path = endpoint.path().replaceAll("\\{[a-z]+}", new UUID(0, 1).toString());
      for (var body : List.of(whole, whole.substring(0, whole.length() - 4), "\"" + wrongKey)) {
        send(server, token, endpoint.method(), path, body);
        send(server, wrongKey, endpoint.method(), path, body);
      }
      send(server, "", endpoint.method(), path + "?token=" + wrongKey, "");
    }
  }

  private void openSockets(ServerProcess server, String token) {
    var address = server.address().replace("http:", "ws:") + "/async_chat?token=";
    for (var given : List.of(token, wrongKey)) {
      try {
        HTTP.newWebSocketBuilder()
            .buildAsync(URI.create(address + given), new WebSocket.Listener() {})
            .join()
            .abort();
      } catch (CompletionException _) {
        // Refused, which is fine.
      }
    }
  }

  private HttpResponse<String> send(
      ServerProcess server, String token, String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .timeout(Duration.ofMinutes(3))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      answers.add(method + " " + endpoint(path) + " " + answer.headers().map() + answer.body());
      return answer;
    } catch (IOException e) {
      // An answer that was cut off says that it failed; nothing of it may be lost to this test.
      answers.add(String.valueOf(e.getMessage()));
      throw new AssertionError(method + " " + path, e);
    }
  }

  /// All that the account can take along, unpacked.
  private void exportHoldsNone(ServerProcess server, String token) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + "/api/export"))
            .header("Authorization", "Bearer " + token)
            .build();
    var answer = HTTP.send(request, BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    try (var zip = new ZipInputStream(answer.body())) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        holdsNone("the export's " + entry.getName(), zip.readAllBytes());
      }
    }
  }

  /// The address without what was asked in it.
  private static String endpoint(String path) {
    return path.replaceFirst("\\?.*", "");
  }

  /// Neither in its threads' names and stacks, nor in its command line, nor with its children.
  private void isNotInTheProcess(ServerProcess server) throws Exception {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var dump =
        new ProcessBuilder(jcmd, Long.toString(server.handle().pid()), "Thread.print", "-l")
            .redirectErrorStream(true)
            .start();
    var threads = dump.getInputStream().readAllBytes();
    assertThat(new String(threads, UTF_8)).contains("colloquy-writer");
    holdsNone("a thread dump", threads);
    var commandLine = Path.of("/proc/" + server.handle().pid() + "/cmdline");
    if (Files.exists(commandLine)) {
      holdsNone("the command line", Files.readAllBytes(commandLine));
    }
    assertThat(ProcessHandle.of(server.handle().pid()).orElseThrow().descendants()).isEmpty();
  }

  private void filesHoldNone(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        holdsNone(file.toString(), Files.readAllBytes(file));
        assertThat(file.toString()).doesNotContain(".hprof");
      }
    }
  }

  private void holdsNone(String where, byte[] content) {
    var text = new String(content, StandardCharsets.ISO_8859_1);
    secrets.forEach((name, secret) -> {
      var plain = secret.getBytes(UTF_8);
      for (var form :
          List.of(
              plain,
              secret.getBytes(UTF_16LE),
              HexFormat.of().formatHex(plain).getBytes(UTF_8),
              Base64.getEncoder().withoutPadding().encode(plain))) {
        int at = text.indexOf(new String(form, StandardCharsets.ISO_8859_1));
        if (at >= 0) {
          throw new AssertionError(
              "The %s is in %s: %s"
                  .formatted(
                      name,
                      where,
                      text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100))));
        }
      }
    });
  }
}
