package org.colloquy.server.llm.anthropic;

import java.nio.charset.StandardCharsets;
import org.colloquy.server.llm.wire.WireJson;

/// A signed thought as it grows. It goes back exactly as it came, or its signature does not fit.
final class ThoughtBlock {
  final StringBuilder text = new StringBuilder();
  final StringBuilder signature = new StringBuilder();

  /// As JSON, to be sent back.
  String written() {
    return block(json -> {
      json.writeStringField("type", "thinking");
      json.writeStringField("thinking", text.toString());
      json.writeStringField("signature", signature.toString());
    });
  }

  /// One that only its provider can read.
  static String redacted(String data) {
    return block(json -> {
      json.writeStringField("type", "redacted_thinking");
      json.writeStringField("data", data);
    });
  }

  private static String block(WireJson.Writing fields) {
    return new String(WireJson.object(fields), StandardCharsets.UTF_8);
  }
}
