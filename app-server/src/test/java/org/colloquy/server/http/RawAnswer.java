package org.colloquy.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What came back over a plain socket, byte for byte.
///
/// @param closed whether the server ended the connection, rather than falling silent
public record RawAnswer(String text, boolean closed) {
  private static final int SILENCE = 2_000;

  /// Sends these bytes and reads until the server ends the connection, or the answer is whole.
  public static RawAnswer to(int port, String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(SILENCE);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends these bytes and hangs up in the middle of the answer, as soon as this was said.
  public static void leaveAfter(String said, int port, String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      var text = new StringBuilder();
      while (!text.toString().endsWith(said)) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          throw new AssertionError("The answer ended before it was said: " + text);
        }
        text.append((char) next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawAnswer read(InputStream in) throws IOException {
    var text = new StringBuilder();
    try {
      while (!isWhole(text)) {
        int next = in.read();
        if (next < 0) {
          return new RawAnswer(text.toString(), true);
        }
        text.append((char) next);
      }
    } catch (SocketTimeoutException e) {
      // It fell silent: what there is was said.
    }
    return new RawAnswer(text.toString(), false);
  }

  private static boolean isWhole(StringBuilder text) {
    int head = text.indexOf("\r\n\r\n");
    if (head < 0) {
      return false;
    }
    var lower = text.substring(0, head).toLowerCase(Locale.ROOT);
    int length = lower.indexOf("content-length: ");
    if (length < 0) {
      return text.toString().endsWith("\r\n0\r\n\r\n");
    }
    int end = lower.indexOf('\r', length);
    var digits = lower.substring(length + 16, end < 0 ? lower.length() : end);
    return text.length() >= head + 4 + Integer.parseInt(digits);
  }

  public int status() {
    return text.isEmpty() ? 0 : Integer.parseInt(text.split(" ", 3)[1]);
  }

  public Optional<String> header(String name) {
    return head()
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  public String head() {
    int end = text.indexOf("\r\n\r\n");
    return end < 0 ? text : text.substring(0, end);
  }

  public String body() {
    int end = text.indexOf("\r\n\r\n");
    return end < 0 ? "" : text.substring(end + 4);
  }
}
