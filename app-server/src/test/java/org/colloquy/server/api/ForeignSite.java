package org.colloquy.server.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Somebody else's web site: serves the pages of `src/test/browser` and takes their reports.
final class ForeignSite implements AutoCloseable {
  private static final Path PAGES = Path.of("src", "test", "browser");
  private static final long PATIENCE_MINUTES = 2;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private final ServerSocket rebound;
  private final Queue<Socket> browsers = new ConcurrentLinkedQueue<>();
  private volatile int leadsTo;

  ForeignSite() throws IOException {
    var loopback = InetAddress.getLoopbackAddress();
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
    rebound = new ServerSocket(0, 50, loopback);
    leadsTo = port();
    threads.execute(this::forward);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /// A port that leads to this site until its page asks for `rebind`, and to another server from
  /// then on: DNS rebinding, as a browser sees it.
  int reboundPort() {
    return rebound.getLocalPort();
  }

  /// What the page reported, or reports soon.
  String report() throws InterruptedException {
    var report = reports.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
    if (report == null) {
      throw new AssertionError("the page did not report");
    }
    return report;
  }

  private void serve(HttpExchange exchange) throws IOException {
    var name = exchange.getRequestURI().getPath().substring(1);
    if (name.equals("report")) {
      reports.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      answer(exchange, 200, "text/plain", "");
    } else if (name.equals("rebind")) {
      rebind(Integer.parseInt(exchange.getRequestURI().getQuery()));
      answer(exchange, 200, "text/plain", "");
    } else if (name.endsWith(".html")) {
      var page = Files.readString(PAGES.resolve("page.html"));
      answer(exchange, 200, "text/html", page.replace("SCRIPT", name.replace(".html", ".js")));
    } else if (name.endsWith(".js") && Files.exists(PAGES.resolve(name))) {
      answer(exchange, 200, "text/javascript", Files.readString(PAGES.resolve(name)));
    } else {
      answer(exchange, 404, "text/plain", "");
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// From now on the rebound address leads to this port, also for whoever is connected already.
  private void rebind(int port) throws IOException {
    leadsTo = port;
    for (var browser : browsers) {
      browser.close();
    }
  }

  private void forward() {
    while (!rebound.isClosed()) {
      try {
        var browser = rebound.accept();
        browsers.add(browser);
        var other = new Socket(InetAddress.getLoopbackAddress(), leadsTo);
        threads.execute(() -> pass(browser, other));
        threads.execute(() -> pass(other, browser));
      } catch (IOException _) {
        // Closed, or a browser that changed its mind.
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One of them has gone.
    }
  }

  @Override
  public void close() throws IOException {
    rebound.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
