package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Traces of a whole server, as a collector gets them.
class TracingTest {
  private static final String QUESTION = "Where are the blue notebooks?";

  private final ObjectMapper json = new ObjectMapper();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private HttpServer collector;
  @TempDir Path folder;

  @BeforeEach
  void listen() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  private String address() {
    return "http://localhost:" + collector.getAddress().getPort();
  }

  private List<JsonNode> spans() throws IOException {
    Stream<JsonNode> all = Stream.empty();
    for (var body : bodies) {
      var spans = json.readTree(body).at("/resourceSpans/0/scopeSpans/0/spans");
      all = Stream.concat(all, spans.valueStream());
    }
    return all.toList();
  }

  private static JsonNode named(List<JsonNode> spans, String name) {
    return spans.stream()
        .filter(span -> span.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + spans));
  }

  private void ask(ServerProcess server) throws Exception {
    var made = server.post("/chats/create", "", "{\"name\":\"Notebooks\"}");
    var id = json.readTree(made.body()).get("id").asText();
    var question =
        "{\"chat_id\":\"%s\",\"role\":\"Human\",\"message\":\"%s\"}".formatted(id, QUESTION);
    server.post("/conversations/create", "", question);
    assertThat(server.get("/conversations/inference/" + id, "").body()).contains("event: done");
  }

  @Test
  void tellsACollectorOfRequestsTurnsAndCallsAndOfNothingThatWasSaid() throws Exception {
    try (var server =
        ServerProcess.serve(folder, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", address()))) {
      ask(server);
      server.terminate();
      server.exitCode();
    }
    assertThat(paths).isNotEmpty().containsOnly("POST /v1/traces");
    var spans = spans();
    var request = named(spans, "GET /conversations/inference/{id}");
    var turn = named(spans, "turn");
    assertThat(turn.path("parentSpanId")).isEqualTo(request.path("spanId"));
    assertThat(spans)
        .filteredOn(span -> span.path("name").asText().startsWith("chat "))
        .singleElement()
        .satisfies(call -> assertThat(call.path("parentSpanId")).isEqualTo(turn.path("spanId")));
    assertThat(String.join("", bodies)).doesNotContain("notebooks", "Notebooks", "owner");
  }

  @Test
  void sendsThemWhileTheServerRunsAndGoesOnWithoutACollector() throws Exception {
    try (var server =
        ServerProcess.serve(folder, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", address()))) {
      server.get("/health/live", "");
      await().until(() -> !bodies.isEmpty());
      collector.stop(0);
      ask(server);
      server.terminate();
      assertThat(server.exitCode()).isEqualTo(143);
    }
  }

  @Test
  void loadsNothingOfItWhenNobodyAsked() throws Exception {
    var loaded = folder.resolveSibling(folder.getFileName() + "-loaded");
    var watching = Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded);
    try (var server = ServerProcess.serve(folder, watching)) {
      ask(server);
      server.terminate();
      server.exitCode();
    }
    assertThat(Files.readString(loaded, StandardCharsets.ISO_8859_1))
        .contains("org.colloquy.server.Wiring")
        .doesNotContain("io.opentelemetry", "org.colloquy.server.tracing");
    Files.delete(loaded);
  }
}
