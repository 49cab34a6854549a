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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.desktop.client.ServerAddress;
import org.jspecify.annotations.Nullable;

/// A server that speaks the desktop's API over real HTTP and answers what a test scripted.
public final class ScriptedServer implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer http;
  private final ScriptedConversations conversations = new ScriptedConversations();
  private final ScriptedProviders providers = new ScriptedProviders();
  private final ScriptedAccount account = new ScriptedAccount();
  private final ScriptedExports exports = new ScriptedExports();
  private final ScriptedPrompts prompts = new ScriptedPrompts();
  private final ScriptedAgents agents = new ScriptedAgents();
  private final ScriptedMcp mcp = new ScriptedMcp();
  private final ScriptedTools tools = new ScriptedTools();
  private final ScriptedMemories memories = new ScriptedMemories();
  private final ScriptedDrafts drafts = new ScriptedDrafts();
  private final ScriptedFiles files = new ScriptedFiles();
  private final ScriptedTables tables = new ScriptedTables();
  private final ScriptedSearch search = new ScriptedSearch();
  private final ScriptedReferences references = new ScriptedReferences();
  private final ScriptedSources sources = new ScriptedSources();
  private final ScriptedTurns turns = new ScriptedTurns(conversations, sources);
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

  public URI base() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  public ServerAddress address() {
    return ServerAddress.of(base(), ScriptedAccount.TOKEN);
  }

  public ScriptedConversations conversations() {
    return conversations;
  }

  public ScriptedProviders providers() {
    return providers;
  }

  public ScriptedPrompts prompts() {
    return prompts;
  }

  public ScriptedExports exports() {
    return exports;
  }

  public ScriptedAccount account() {
    return account;
  }

  public ScriptedMemories memories() {
    return memories;
  }

  public ScriptedTables tables() {
    return tables;
  }

  public ScriptedFiles files() {
    return files;
  }

  public ScriptedSources sources() {
    return sources;
  }

  public ScriptedReferences references() {
    return references;
  }

  public ScriptedMcp mcp() {
    return mcp;
  }

  public ScriptedTools tools() {
    return tools;
  }

  public ScriptedSearch search() {
    return search;
  }

  public ScriptedAgents agents() {
    return agents;
  }

  /// The next question gets this answer.
  public Script next(Script script) {
    return turns.next(script);
  }

  public ScriptedDrafts drafts() {
    return drafts;
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
      if (ScriptedFiles.isUpload(exchange) && path.endsWith("/files")) {
        receive(exchange, path);
        return;
      }
      var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + text);
      var refusal = refusals.peek();
      if (refusal != null && path.contains(refusal.path())) {
        refusals.remove();
        reply(exchange, refusal.status(), refusal.body());
      } else if (!account.letsIn(exchange)) {
        reply(exchange, 401, "{\"problem\":\"not-signed-in\",\"why\":\"missing\"}");
      } else {
        var body =
            text.startsWith("{") ? (ObjectNode) JSON.readTree(text) : JSON.createObjectNode();
        route(exchange, path.substring("/api/".length()).split("/"), body);
      }
    }
  }

  private void receive(HttpExchange exchange, String path) throws IOException {
    var conversation = path.replaceFirst("/api/conversations/([^/]+)/.*", "$1");
    var received = files.receive(exchange, conversation);
    var refusal = refusals.peek();
    if (refusal != null && path.contains(refusal.path())) {
      refusals.remove();
      reply(exchange, refusal.status(), refusal.body());
    } else {
      reply(exchange, 201, files.keep(conversation, received).toString());
    }
  }

  private void route(HttpExchange exchange, String[] path, ObjectNode body) throws IOException {
    switch (path[0]) {
      case "conversations", "folders" -> conversation(exchange, path, body);
      case "turns" -> turns.handle(exchange, path, body);
      case "providers", "keys" -> answer(exchange, providers.handle(method(exchange), path, body));
      case "prompts" -> answer(exchange, prompts.handle(method(exchange), path, body));
      case "agents" -> answer(exchange, agents.handle(method(exchange), path, body));
      case "tools" -> answer(exchange, tools.handle(method(exchange), path));
      case "mcp" -> answer(exchange, mcp.handle(method(exchange), path, query(exchange), body));
      case "memories" ->
          answer(exchange, memories.handle(method(exchange), path, query(exchange), body));
      case "tables" -> answer(exchange, tables.handle(exchange, path, body));
      case "drafts" -> answer(exchange, drafts.handle(method(exchange), body));
      case "plots" -> answer(exchange, tables.plot(path[1]));
      case "search" -> answer(exchange, search.find(queries(exchange)));
      case "messages" -> references(exchange, true);
      case "files" -> file(exchange, path, body);
      case "export" -> exports.send(exchange, path.length == 1);
      default -> answer(exchange, account.handle(exchange, path, body));
    }
  }

  private void file(HttpExchange exchange, String[] path, ObjectNode body) throws IOException {
    if (path.length > 2 && path[2].equals("bibliography")) {
      answer(exchange, references.change(path[1], path.length > 3 ? null : body));
    } else if (path.length == 3 && path[2].equals("read")) {
      answer(exchange, files.readAgain());
    } else if (path.length < 4) {
      files.send(exchange);
    } else if (path.length == 4) {
      answer(exchange, sources.page(Integer.parseInt(path[3])));
    } else {
      var number = Integer.parseInt(path[3]);
      sources.sendPicture(exchange, number, Integer.parseInt(query(exchange)));
    }
  }

  private static String method(HttpExchange exchange) {
    return exchange.getRequestMethod();
  }

  private void conversation(HttpExchange exchange, String[] path, ObjectNode body)
      throws IOException {
    if (path.length == 3 && path[2].equals("turns")) {
      turns.start(exchange, UUID.fromString(path[1]), body);
    } else if (path.length == 3 && path[2].equals("export")) {
      exports.send(exchange, false);
    } else if (path.length == 3 && path[2].equals("context")) {
      reply(exchange, 200, drafts.context());
    } else if (path.length == 3 && path[2].equals("bibliography")) {
      references(exchange, false);
    } else if (path.length >= 3 && path[2].equals("shares")) {
      answer(exchange, account.shares().handle(method(exchange), path, body));
    } else if (path.length == 4 && path[2].equals("answers")) {
      answer(exchange, ScriptedAnswers.detail(path[3]));
    } else if (path.length == 3 && path[2].equals("sources")) {
      answer(exchange, sources.all());
    } else if (path.length >= 3 && ScriptedFiles.PARTS.contains(path[2])) {
      answer(exchange, files.handle(method(exchange), path));
    } else if (path.length == 3 && path[2].equals("tables")) {
      answer(exchange, tables.of(path[1]));
    } else if (path.length == 4 && path[2].equals("queries")) {
      reply(exchange, 200, "well,rate\nA-1,10.5\n");
    } else if (path.length == 3 && path[2].equals("plots")) {
      answer(exchange, tables.draw(body));
    } else if (path.length == 3 && path[2].equals("queries")) {
      answer(exchange, ScriptedTables.asked());
    } else {
      answer(exchange, conversations.handle(method(exchange), path, query(exchange), body));
    }
  }

  private void references(HttpExchange exchange, boolean cited) throws IOException {
    var form = query(exchange);
    if (form.isEmpty()) {
      answer(exchange, references.list(cited));
    } else {
      reply(exchange, 200, references.written(form, cited));
    }
  }

  static Map<String, String> queries(HttpExchange exchange) {
    return Stream.of(exchange.getRequestURI().getQuery().split("&"))
        .map(each -> each.split("=", 2))
        .collect(Collectors.toMap(each -> each[0], each -> each[1]));
  }

  static String query(HttpExchange exchange) {
    var query = exchange.getRequestURI().getQuery();
    return query == null ? "" : query.substring(query.indexOf('=') + 1);
  }

  static void answer(HttpExchange exchange, @Nullable ObjectNode body) throws IOException {
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

  @Override
  public void close() {
    http.stop(0);
  }
}
