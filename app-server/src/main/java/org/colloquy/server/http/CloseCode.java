package org.colloquy.server.http;

import io.helidon.websocket.WsCloseException;
import java.nio.ByteBuffer;

/// The code in the goodbye of a WebSocket client.
final class CloseCode {
  private static final int LAST_DEFINED = 1014;
  private static final int FIRST_FREE = 3000;
  private static final int LAST_FREE = 4999;

  private CloseCode() {}

  /// What is said in return: the same.
  ///
  /// @param goodbye what came with it
  /// @throws WsCloseException when that is no code that a client may send
  static int toReturn(byte[] goodbye) {
    if (goodbye.length == 0) {
      return WebSocket.NORMAL;
    }
    int code = goodbye.length == 1 ? 0 : Short.toUnsignedInt(ByteBuffer.wrap(goodbye).getShort());
    if (!isDefined(code) && (code < FIRST_FREE || code > LAST_FREE)) {
      throw new WsCloseException("bad close code", WebSocket.NOT_THE_PROTOCOL);
    }
    return code;
  }

  /// 1004 to 1006 are never sent.
  private static boolean isDefined(int code) {
    return code >= WebSocket.NORMAL && code <= LAST_DEFINED && (code < 1004 || code > 1006);
  }
}
