package org.colloquy.server.llm.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/// Reads the JSON of one answer into a [GrowingReply] without making a tree of it.
public interface AnswerReader {
  /// Takes what one JSON object says: a piece of a stream, or a whole answer. The parser stands at
  /// the object's start.
  ///
  /// @return the error that it tells instead; empty when it tells none
  Optional<JsonNode> read(JsonParser json) throws IOException;
}
