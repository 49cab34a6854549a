package org.colloquy.server.llm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// One connection to a [ScriptedProvider], as its scripts see it.
public final class ProviderConnection {
  private final Socket socket;
  private final ScriptedProvider provider;
  private final Consumer<ProviderConnection> closed;
  private final BlockingQueue<ScriptedProvider.Request> waiting = new LinkedBlockingQueue<>();

  ProviderConnection(
      Socket socket, ScriptedProvider provider, Consumer<ProviderConnection> closed) {
    this.socket = socket;
    this.provider = provider;
    this.closed = closed;
  }

  /// Reads on a thread of its own, so that a client that hangs up is noticed while a script waits.
  void start() {
    Thread.ofVirtual().name("provider-in").start(this::readRequests);
    Thread.ofVirtual().name("provider-out").start(this::answerRequests);
  }

  /// Sends these bytes as they are.
  public void raw(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /// Sends this text as UTF-8.
  public void raw(String text) throws IOException {
    raw(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends a whole answer.
  public void answer(int status, String body, String... headers) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
    head.append("Content-Length: ").append(bytes.length).append("\r\n");
    for (var header : headers) {
      head.append(header).append("\r\n");
    }
    raw(head + "\r\n" + body);
  }

  /// Sends the head of a chunked stream of events.
  public void beginStream() throws IOException {
    raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
  }

  /// Sends one event as a chunk of its own.
  public void event(String data) throws IOException {
    chunk(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
  }

  /// Sends one chunk.
  public void chunk(byte[] bytes) throws IOException {
    var all = new ByteArrayOutputStream();
    all.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
    all.writeBytes(bytes);
    all.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    raw(all.toByteArray());
  }

  /// Sends the last chunk.
  public void endStream() throws IOException {
    raw("0\r\n\r\n");
  }

  /// Sends a reset instead of a proper end.
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    close();
  }

  /// Closes the connection.
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    closed.accept(this);
  }

  private void readRequests() {
    try {
      socket.setTcpNoDelay(true);
      var in = socket.getInputStream();
      while (true) {
        var head = head(in);
        var body = new String(in.readNBytes(length(head)), StandardCharsets.UTF_8);
        var request = new ScriptedProvider.Request(head, body);
        provider.received(request);
        waiting.add(request);
      }
    } catch (IOException _) {
      close();
    }
  }

  private void answerRequests() {
    try {
      while (true) {
        provider.scriptFor(waiting.take()).answer(this);
      }
    } catch (IOException | InterruptedException _) {
      close();
    }
  }

  private static String head(InputStream in) throws IOException {
    var text = new StringBuilder();
    while (!text.toString().endsWith("\r\n\r\n")) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("hung up");
      }
      text.append((char) c);
    }
    return text.toString();
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }
}
