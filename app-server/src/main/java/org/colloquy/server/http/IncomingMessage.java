package org.colloquy.server.http;

import io.helidon.websocket.ClientWsFrame;
import io.helidon.websocket.WsCloseException;
import io.helidon.websocket.WsOpCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the frames of a message together. A character may begin in one frame and end in the next.
final class IncomingMessage {
  private final int limit;
  private @Nullable WsOpCode kind;
  private @Nullable ByteArrayOutputStream text;
  private long size;

  /// @param limit in bytes
  IncomingMessage(int limit) {
    this.limit = limit;
  }

  /// A whole message.
  sealed interface Received {
    /// In characters.
    int length();
  }

  /// A text.
  record Text(String text) implements Received {
    @Override
    public int length() {
      return text.length();
    }
  }

  /// Some bytes, which were thrown away.
  record Bytes() implements Received {
    @Override
    public int length() {
      return 0;
    }
  }

  /// Adds a frame with data; empty while there is more to come.
  ///
  /// @throws WsCloseException when it does not belong here, is too large or is not UTF-8
  Optional<Received> add(ClientWsFrame frame) {
    begin(frame.opCode());
    size += frame.payloadLength();
    if (size > limit) {
      throw new WsCloseException("message too large", WebSocket.TOO_LARGE);
    }
    if (text != null) {
      text.writeBytes(frame.payloadData().readBytes());
    }
    return frame.fin() ? Optional.of(end()) : Optional.empty();
  }

  private void begin(WsOpCode code) {
    if ((code == WsOpCode.CONTINUATION) == (kind == null)) {
      throw new WsCloseException("frame out of order", WebSocket.NOT_THE_PROTOCOL);
    }
    if (kind == null) {
      kind = code;
      size = 0;
      text = code == WsOpCode.TEXT ? new ByteArrayOutputStream() : null;
    }
  }

  private Received end() {
    var bytes = text;
    kind = null;
    text = null;
    if (bytes == null) {
      return new Bytes();
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return new Text(decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
    } catch (CharacterCodingException _) {
      throw new WsCloseException("not UTF-8", WebSocket.NOT_TEXT);
    }
  }
}
