package org.colloquy.server.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import org.colloquy.server.core.importing.Transcript;

/// How a program writes one conversation down in JSON.
interface TranscriptForm {
  /// What the program is called.
  String origin();

  /// Whether this is one of its conversations.
  boolean fits(JsonNode json);

  /// Reads one that fits. What is not there or of another kind is left out.
  Transcript read(JsonNode json);
}
