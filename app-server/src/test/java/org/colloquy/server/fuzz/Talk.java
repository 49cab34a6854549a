package org.colloquy.server.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// One connection over which bytes are sent and answers are read.
final class Talk implements AutoCloseable {
  /// The longest that anybody may keep us waiting.
  private static final int PATIENCE = 45_000;

  /// Of what does not begin as an answer does.
  static final int NO_STATUS = 999;

  private static final int CONTINUE = 100;
  private static final int MOST_KEPT = 20_000;

  private final Socket socket;
  private final InputStream in;

  Talk(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /// What came back.
  ///
  /// @param text its beginning
  record Answer(int status, String text, boolean last) {}

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void endSending() throws IOException {
    socket.shutdownOutput();
  }

  /// The next answer; empty when the other side hung up instead.
  ///
  /// @param toHead whether it has no body, whatever it says
  Optional<Answer> answer(boolean toHead) throws IOException {
    var head = head();
    if (head.isEmpty()) {
      return Optional.empty();
    }
    if (!head.startsWith("HTTP/1.1 ")) {
      return Optional.of(new Answer(NO_STATUS, head, true));
    }
    int status = Integer.parseInt(head.substring(9, 12));
    if (status == CONTINUE) {
      return answer(toHead); // that was not it yet
    }
    var lower = head.toLowerCase(Locale.ROOT);
    boolean last = lower.contains("\r\nconnection: close") || status == 101;
    var body = "";
    if (!toHead && status != 204 && status != 304 && status >= 200) {
      body = lower.contains("\r\ntransfer-encoding: chunked") ? chunks() : fixed(length(lower));
    }
    return Optional.of(new Answer(status, head + body, last));
  }

  /// Everything until the other side hangs up, or its beginning.
  String rest() throws IOException {
    var text = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (text.length() < MOST_KEPT) {
        text.append((char) next);
      }
    }
    return text.toString();
  }

  private String head() throws IOException {
    var head = new StringBuilder();
    for (var line = line(); line != null; line = line()) {
      if (line.isEmpty()) {
        return head.toString();
      }
      head.append(line).append("\r\n");
    }
    return "";
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
      }
      line.write(next);
    }
    return null;
  }

  private static int length(String head) {
    int at = head.indexOf("\r\ncontent-length: ");
    return at < 0 ? 0 : Integer.parseInt(head.substring(at + 18, head.indexOf("\r\n", at + 2)));
  }

  private String fixed(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String chunks() throws IOException {
    var text = new StringBuilder();
    while (true) {
      var size = line();
      if (size == null) {
        return text + " [cut off]";
      }
      int length = Integer.parseInt(size, 16);
      text.append(fixed(length));
      line();
      if (length == 0) {
        return text.toString();
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
