package org.colloquy.server.tool.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.colloquy.server.outbound.NameService;
import org.colloquy.server.outbound.Ways;

/// Web servers on this machine, all of them one: every host name leads to it.
public final class ScriptedWeb implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Script> pages = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /// Answers one request.
  @FunctionalInterface
  public interface Script {
    void answer(HttpExchange exchange) throws IOException;
  }

  @FunctionalInterface
  private interface Maker {
    HttpServer make(InetSocketAddress address, int backlog) throws IOException;
  }

  /// One request as it was received.
  public record Request(String method, URI target, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  public ScriptedWeb() {
    this(HttpServer::create);
  }

  /// One that speaks TLS and shows what this context has.
  static ScriptedWeb secure(SSLContext context) {
    return new ScriptedWeb((address, backlog) -> {
      var server = HttpsServer.create(address, backlog);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return server;
    });
  }

  private ScriptedWeb(Maker maker) {
    try {
      server = maker.make(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /// The address of a page on one of the hosts.
  public URI at(String host, String path) {
    return URI.create(
        (server instanceof HttpsServer ? "https://" : "http://") + host + ":" + port() + path);
  }

  /// A client for which all names lead here, and which may come here and nowhere else.
  public WebClient client() {
    return client(_ -> List.of(InetAddress.getLoopbackAddress()));
  }

  /// A client with these names, which may come here and nowhere else.
  WebClient client(NameService names) {
    return new WebClient(
        "Colloquy/test", Ways.only(names, (to, port) -> to.isLoopbackAddress() && port == port()));
  }

  public ScriptedWeb html(String path, String body) {
    return page(path, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  public ScriptedWeb page(String path, String type, byte[] body) {
    return does(path, exchange -> send(exchange, 200, Map.of("Content-Type", type), body));
  }

  public ScriptedWeb status(String path, int status, String body) {
    return does(
        path,
        exchange ->
            send(
                exchange,
                status,
                Map.of("Content-Type", "text/html"),
                body.getBytes(StandardCharsets.UTF_8)));
  }

  public ScriptedWeb redirect(String path, String to) {
    return does(path, exchange -> send(exchange, 302, Map.of("Location", to), new byte[0]));
  }

  public ScriptedWeb does(String path, Script script) {
    pages.put(path, script);
    return this;
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  static void send(HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
      throws IOException {
    headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      var script = pages.get(exchange.getRequestURI().getPath());
      if (script == null) {
        send(exchange, 404, Map.of("Content-Type", "text/html"), new byte[0]);
      } else {
        script.answer(exchange);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
