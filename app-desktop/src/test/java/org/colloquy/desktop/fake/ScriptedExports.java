package org.colloquy.desktop.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// Files of conversations and of everything on the scripted server.
public final class ScriptedExports {
  /// What is in every file of conversations.
  public static final String FILE = "# Cells\n\nA cell divides.\n";

  private static final byte[] EVERYTHING = {'P', 'K', 5, 6, 0, 0};
  private static final int FIRST = 7;
  private volatile CountDownLatch held = new CountDownLatch(0);

  ScriptedExports() {}

  /// Sends the beginning of a file only, until somebody lets go of the rest.
  public Runnable hold() {
    var latch = new CountDownLatch(1);
    held = latch;
    return latch::countDown;
  }

  void send(HttpExchange exchange, boolean everything) throws IOException {
    var bytes = everything ? EVERYTHING : FILE.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange.sendResponseHeaders(200, 0);
    var out = exchange.getResponseBody();
    int first = Math.min(FIRST, bytes.length);
    out.write(bytes, 0, first);
    out.flush();
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    out.write(bytes, first, bytes.length - first);
    out.close();
  }
}
