package org.colloquy.server.http;

import io.helidon.common.uri.UriQuery;
import java.util.Optional;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.turn.SinkClosed;

/// One WebSocket as a face sees it.
public final class WebSocket {
  /// All was said.
  public static final int NORMAL = 1000;

  /// The server ends.
  static final int GOING_AWAY = 1001;

  /// What came is not the protocol.
  static final int NOT_THE_PROTOCOL = 1002;

  /// What came is not UTF-8.
  static final int NOT_TEXT = 1007;

  /// Somebody may not do this.
  public static final int NOT_ALLOWED = 1008;

  /// A message is too large.
  static final int TOO_LARGE = 1009;

  /// Something unplanned went wrong.
  static final int INTERNAL = 1011;

  private final UriQuery query;
  private final Visitor visitor;
  private final FrameWriter writer;

  WebSocket(UriQuery query, Visitor visitor, FrameWriter writer) {
    this.query = query;
    this.visitor = visitor;
    this.writer = writer;
  }

  /// A parameter of the address; the first one if there are several.
  public Optional<String> query(String name) {
    return query.first(name).asOptional();
  }

  /// Where the one who opened it asked from.
  public Visitor visitor() {
    return visitor;
  }

  /// Sends a text, and waits for a reader that is slow.
  ///
  /// @throws SinkClosed when the socket was closed by either side, or lost
  public void send(String text) {
    writer.text(text);
  }

  /// Closes it after what was sent. A second time does nothing.
  ///
  /// @param reason a word or two
  public void close(int code, String reason) {
    writer.close(code, reason);
  }
}
