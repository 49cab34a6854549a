package org.colloquy.server.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A WebSocket client that sends what it is told to, frame by frame, right or wrong.
public final class RawWebSocket implements AutoCloseable {
  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int PATIENCE = 20_000;

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;
  private final List<String> head = new ArrayList<>();

  private RawWebSocket(Socket socket) throws IOException {
    this.socket = socket;
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
  }

  /// One frame from the server.
  public record Frame(int code, String payload) {
    /// The code of a goodbye.
    public int closeCode() {
      return ByteBuffer.wrap(payload.getBytes(StandardCharsets.ISO_8859_1)).getShort();
    }
  }

  /// Connects and shakes hands.
  public static RawWebSocket open(int port, String path) {
    return open(port, path, "Host: localhost:" + port + "\r\n");
  }

  /// Connects and shakes hands with these headers more.
  public static RawWebSocket open(int port, String path, String headers) {
    return connect(
        port,
        "GET "
            + path
            + " HTTP/1.1\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + headers
            + "\r\n");
  }

  /// Connects and sends this head.
  public static RawWebSocket connect(int port, String request) {
    try {
      var socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE);
      var opened = new RawWebSocket(socket);
      opened.out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      opened.readHead();
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readHead() throws IOException {
    var line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      if (next == '\n') {
        var text = line.toString(StandardCharsets.ISO_8859_1).strip();
        if (text.isEmpty()) {
          return;
        }
        head.add(text);
        line.reset();
      } else {
        line.write(next);
      }
    }
  }

  /// The server's answer to the handshake, line by line.
  public List<String> head() {
    return head;
  }

  public int status() {
    return Integer.parseInt(head.getFirst().split(" ", -1)[1]);
  }

  /// Sends a whole text.
  public RawWebSocket say(String text) {
    return send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends one frame that is the last of its message.
  public RawWebSocket send(int code, byte[] payload) {
    return raw(frame(FIN | code, MASKED, payload));
  }

  /// Sends one frame after which more follow.
  public RawWebSocket begin(int code, byte[] payload) {
    return raw(frame(code, MASKED, payload));
  }

  /// Sends one frame that is not masked.
  public RawWebSocket unmasked(int code, byte[] payload) {
    return raw(frame(FIN | code, 0, payload));
  }

  /// Says goodbye.
  public RawWebSocket goodbye(int code) {
    return send(CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
  }

  /// Sends these bytes.
  public RawWebSocket raw(byte[] bytes) {
    try {
      out.write(bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] frame(int first, int masked, byte[] payload) {
    var head = ByteBuffer.allocate(14).put((byte) first);
    if (payload.length < 126) {
      head.put((byte) (masked | payload.length));
    } else if (payload.length < 65_536) {
      head.put((byte) (masked | 126)).putShort((short) payload.length);
    } else {
      head.put((byte) (masked | 127)).putLong(payload.length);
    }
    var mask = new byte[] {1, 2, 3, 4};
    var bytes = new ByteArrayOutputStream();
    if (masked != 0) {
      head.put(mask);
    }
    bytes.write(head.array(), 0, head.position());
    for (int i = 0; i < payload.length; i++) {
      bytes.write(masked == 0 ? payload[i] : payload[i] ^ mask[i % 4]);
    }
    return bytes.toByteArray();
  }

  /// The next frame from the server that is no ping.
  public Frame next() {
    var frame = nextOfAny();
    while (frame.code() == PING) {
      frame = nextOfAny();
    }
    return frame;
  }

  /// The next frame from the server.
  public Frame nextOfAny() {
    try {
      int code = in.readUnsignedByte();
      long length = in.readUnsignedByte();
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = in.readLong();
      }
      var payload = in.readNBytes((int) length);
      boolean text = (code & ~FIN) == TEXT;
      return new Frame(
          code & ~FIN,
          new String(payload, text ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for the goodbye, and for the end of the connection after it.
  ///
  /// @return its code
  public int closeCode() {
    var frame = next();
    while (frame.code() != CLOSE) {
      frame = next();
    }
    return frame.closeCode();
  }

  /// Waits until the server hangs up, whatever it says before.
  public void awaitEnd() {
    try {
      while (in.read() >= 0) {
        // Not interesting.
      }
    } catch (IOException _) {
      // Hung up without a word.
    }
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
