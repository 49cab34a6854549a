package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A company that runs models, as a server really sees one: OpenAI's chat completions over HTTP.
public final class ScriptedProvider implements AutoCloseable {
  public static final String KEY = "sk-scripted-0123456789";

  /// What it calls every conversation.
  public static final String TITLE = "Two measures of a classifier";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer http;
  private final ConcurrentLinkedQueue<Script> scripts = new ConcurrentLinkedQueue<>();

  public ScriptedProvider() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/v1/models", exchange -> guarded(exchange, ScriptedProvider::models));
    http.createContext("/v1/chat/completions", exchange -> guarded(exchange, this::complete));
    http.start();
  }

  private interface Handler {
    void handle(HttpExchange exchange, String body) throws IOException;
  }

  public String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/v1";
  }

  /// The next question gets this answer.
  public Script next(Script script) {
    scripts.add(script);
    return script;
  }

  private static void guarded(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var key = exchange.getRequestHeaders().getFirst("Authorization");
      if (("Bearer " + KEY).equals(key)) {
        handler.handle(exchange, body);
      } else {
        reply(exchange, 401, "{\"error\":{\"message\":\"Incorrect API key provided\"}}");
      }
    }
  }

  private static void models(HttpExchange exchange, String body) throws IOException {
    var answer = JSON.createObjectNode().put("object", "list");
    var list = answer.putArray("data");
    for (var name : List.of("script-large", "script-small")) {
      list.addObject().put("id", name).put("object", "model").put("owned_by", "us");
    }
    reply(exchange, 200, answer.toString());
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void complete(HttpExchange exchange, String body) throws IOException {
    var script = script(body);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    for (var i = 0; i < script.pieces().size(); i++) {
      event(exchange, chunk(script.pieces().get(i)));
      if (i + 1 == script.holdAfter()) {
        hold(script, exchange);
      }
    }
    event(
        exchange,
        "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":12}}");
    event(exchange, "[DONE]");
  }

  /// Who only wants a title takes no script from a question.
  private Script script(String body) {
    if (body.contains("a title of two to six words")) {
      return Script.says(TITLE);
    }
    return scripts.isEmpty() ? Script.says("Yes.") : scripts.remove();
  }

  /// Writes now and then, as it would notice only so that nobody reads any more.
  private static void hold(Script script, HttpExchange exchange) throws IOException {
    try {
      while (!script.gate().await(20, TimeUnit.MILLISECONDS)) {
        exchange.getResponseBody().write(": still there\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String chunk(String text) {
    var chunk = JSON.createObjectNode().put("object", "chat.completion.chunk");
    chunk.putArray("choices").addObject().put("index", 0).putObject("delta").put("content", text);
    return chunk.toString();
  }

  private static void event(HttpExchange exchange, String data) throws IOException {
    exchange.getResponseBody().write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
