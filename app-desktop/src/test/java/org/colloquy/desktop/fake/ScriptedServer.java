package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.colloquy.desktop.client.ServerAddress;
import org.jspecify.annotations.Nullable;

/// A server that speaks the desktop's API over real HTTP and answers what a test scripted.
public final class ScriptedServer implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "test-token";

  private final HttpServer http;
  private final ScriptedConversations conversations = new ScriptedConversations();
  private final ScriptedProviders providers = new ScriptedProviders();
  private final ScriptedAccount account = new ScriptedAccount();
  private final ScriptedAgents agents = new ScriptedAgents();
  private final ScriptedMemories memories = new ScriptedMemories();
  private final Map<UUID, ScriptedTurn> turns = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Script> scripts = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Refusal> refusals = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private record Refusal(String path, int status, String body) {}

  public ScriptedServer() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::handle);
    http.start();
  }

  public ServerAddress address() {
    return ServerAddress.of(URI.create("http://127.0.0.1:" + http.getAddress().getPort()), TOKEN);
  }

  public ScriptedConversations conversations() {
    return conversations;
  }

  public ScriptedProviders providers() {
    return providers;
  }

  public ScriptedAccount account() {
    return account;
  }

  public ScriptedMemories memories() {
    return memories;
  }

  public ScriptedAgents agents() {
    return agents;
  }

  /// The next question gets this answer.
  public Script next(Script script) {
    scripts.add(script);
    return script;
  }

  /// The next request whose path contains this is refused.
  public void refuse(String path, int status, String body) {
    refusals.add(new Refusal(path, status, body));
  }

  /// Every request so far, as `POST /api/keys {...}`.
  public List<String> requests() {
    return requests;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + text);
      var refusal = refusals.peek();
      if (refusal != null && path.contains(refusal.path())) {
        refusals.remove();
        reply(exchange, refusal.status(), refusal.body());
      } else if (!("Bearer " + TOKEN)
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        reply(exchange, 401, "{\"problem\":\"not-signed-in\",\"why\":\"missing\"}");
      } else {
        var body = text.isEmpty() ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(text);
        route(exchange, path.substring("/api/".length()).split("/"), body);
      }
    }
  }

  private void route(HttpExchange exchange, String[] path, ObjectNode body) throws IOException {
    switch (path[0]) {
      case "conversations" -> conversation(exchange, path, body);
      case "turns" -> turn(exchange, path, body);
      case "providers", "keys" -> answer(exchange, providers.handle(method(exchange), path, body));
      case "agents", "tools" -> answer(exchange, agents.handle(method(exchange), path, body));
      case "memories" ->
          answer(exchange, memories.handle(method(exchange), path, query(exchange), body));
      case "export" -> export(exchange);
      default -> answer(exchange, account.handle(method(exchange), path, body));
    }
  }

  private static void export(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/zip");
    exchange.sendResponseHeaders(200, ScriptedAccount.EXPORT.length);
    exchange.getResponseBody().write(ScriptedAccount.EXPORT);
  }

  private static String method(HttpExchange exchange) {
    return exchange.getRequestMethod();
  }

  private void conversation(HttpExchange exchange, String[] path, ObjectNode body)
      throws IOException {
    if (path.length == 3 && path[2].equals("turns")) {
      startTurn(exchange, UUID.fromString(path[1]), body);
    } else {
      answer(exchange, conversations.handle(method(exchange), path, body));
    }
  }

  private void turn(HttpExchange exchange, String[] path, ObjectNode body) throws IOException {
    var turn = turns.get(UUID.fromString(path[1]));
    if (turn == null) {
      answer(exchange, null);
    } else if (path.length == 3 && path[2].equals("approvals")) {
      turn.allow(body.get("allow").asBoolean());
      answer(exchange, JSON.createObjectNode());
    } else if (path.length == 3) {
      turn.cancel();
      answer(exchange, JSON.createObjectNode());
    } else {
      stream(exchange, turn, Long.parseLong(query(exchange)));
    }
  }

  private static String query(HttpExchange exchange) {
    var query = exchange.getRequestURI().getQuery();
    return query == null ? "" : query.substring(query.indexOf('=') + 1);
  }

  private void startTurn(HttpExchange exchange, UUID conversation, ObjectNode body)
      throws IOException {
    var turn = new ScriptedTurn();
    turns.put(turn.id, turn);
    if (body.has("continue")) {
      goOn(exchange, conversation, turn, body.get("continue").asText());
      return;
    }
    var said =
        body.has("again")
            ? conversations.message(conversation, UUID.fromString(body.get("again").asText()))
            : conversations.say(
                conversation, body.get("text").asText(), body.path("instead").asText(""));
    if (!body.has("again")) {
      turn.saved(said);
    }
    var answer = conversations.startAnswer(conversation, said, turn.id);
    turn.saved(answer);
    var script =
        scripts.isEmpty()
            ? Script.says("You said: ", said.get("content").asText())
            : scripts.remove();
    Thread.ofVirtual().start(() -> play(script, turn, conversation, answer));
    stream(exchange, turn, 0);
  }

  private void goOn(HttpExchange exchange, UUID conversation, ScriptedTurn turn, String cutOff)
      throws IOException {
    var answer = conversations.message(conversation, UUID.fromString(cutOff));
    conversations.finish(conversation, answer, "growing");
    turn.saved(answer);
    var script = scripts.remove();
    Thread.ofVirtual().start(() -> play(script, turn, conversation, answer));
    stream(exchange, turn, 0);
  }

  private void play(Script script, ScriptedTurn turn, UUID conversation, ObjectNode answer) {
    var said = new StringBuilder(answer.get("content").asText());
    ask(script, turn);
    for (var i = 0; i < script.pieces().size() && !turn.cancelled(); i++) {
      said.append(script.pieces().get(i));
      conversations.grow(answer, said.toString());
      turn.text(script.pieces().get(i));
      if (i + 1 == script.cutAfter()) {
        turn.cut();
      }
      if (i + 1 == script.holdAfter()) {
        hold(script, turn);
      }
    }
    finish(script, turn, conversation, answer);
  }

  private static void ask(Script script, ScriptedTurn turn) {
    try {
      if (script.wants() != null) {
        turn.want(script.wants());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hold(Script script, ScriptedTurn turn) {
    try {
      while (!turn.cancelled()
          && !script.gate().await(5, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        // Until it may go on.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish(Script script, ScriptedTurn turn, UUID conversation, ObjectNode answer) {
    var whole = !turn.cancelled() && script.problem() == null;
    conversations.finish(conversation, answer, whole ? "complete" : "cut-off");
    turn.saved(answer);
    if (turn.cancelled()) {
      turn.end(ScriptedTurn.event("cancelled"));
    } else if (script.problem() != null) {
      turn.end(ScriptedTurn.event("failed").set("problem", json(script.problem())));
    } else {
      var usage = JSON.createObjectNode().put("input", 9).put("output", 12);
      turn.end(ScriptedTurn.event("finished").set("usage", usage));
    }
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stream(HttpExchange exchange, ScriptedTurn turn, long after)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.getResponseHeaders().set("Colloquy-Turn", turn.id.toString());
    exchange.sendResponseHeaders(200, 0);
    turn.send(after, exchange.getResponseBody());
    exchange.getResponseBody().close();
  }

  private static void answer(HttpExchange exchange, @Nullable ObjectNode body) throws IOException {
    if (body == null) {
      reply(exchange, 404, "{\"problem\":\"not-found\",\"what\":\"thing\"}");
    } else {
      reply(exchange, 200, body.toString());
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static ArrayNode array(List<ObjectNode> nodes) {
    return JSON.createArrayNode().addAll(nodes);
  }

  static String time(Instant time) {
    return time.toString();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
