package org.colloquy.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// Somebody who sends bytes when the test says so, and reads when it says so.
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE = 20_000;

  private final Socket socket = new Socket();

  /// Connects.
  ///
  /// @param from one of this machine's own addresses
  RawConnection(String from, int port) {
    try {
      socket.setReceiveBufferSize(4096);
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
      socket.setSoTimeout(PATIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RawConnection(int port) {
    this("127.0.0.1", port);
  }

  /// Sends these bytes.
  ///
  /// @return false when the other side has hung up
  boolean send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Says that nothing more is sent.
  void endSending() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads until this is there.
  String readTo(String end) {
    var text = new StringBuilder();
    try {
      while (text.indexOf(end) < 0) {
        int next = in().read();
        if (next < 0) {
          throw new AssertionError("ended with " + text);
        }
        text.append((char) next);
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("after " + text, e);
    }
  }

  /// Reads until the other side hangs up, in good order or not.
  String readToEnd() {
    var text = new StringBuilder();
    try {
      for (int next = in().read(); next >= 0; next = in().read()) {
        text.append((char) next);
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("nobody hung up after " + text, e);
    } catch (IOException _) {
      // Hung up without reading all that was sent.
    }
    return text.toString();
  }

  private InputStream in() throws IOException {
    return socket.getInputStream();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
