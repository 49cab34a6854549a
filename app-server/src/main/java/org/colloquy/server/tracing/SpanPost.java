package org.colloquy.server.tracing;

import java.io.IOException;

/// Brings spans to the collector.
@FunctionalInterface
public interface SpanPost {
  /// Posts JSON and waits for the answer.
  ///
  /// @throws IOException when the collector does not take it
  void send(String json) throws IOException;
}
