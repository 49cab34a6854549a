package org.colloquy.server.llm.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Writes a talk in which two sides speak by turns: neighbours of the same side become one message.
public final class Sides {
  private final JsonGenerator json;
  private final String field;
  private String side = "";

  /// @param field what the list of a message's parts is called
  public Sides(JsonGenerator json, String field) {
    this.json = json;
    this.field = field;
  }

  /// What is written next, in the list of parts, is said by this side.
  public void open(String other) throws IOException {
    if (!side.equals(other)) {
      close();
      json.writeStartObject();
      json.writeStringField("role", other);
      json.writeArrayFieldStart(field);
      side = other;
    }
  }

  /// Ends what the last side said.
  public void close() throws IOException {
    if (!side.isEmpty()) {
      json.writeEndArray();
      json.writeEndObject();
      side = "";
    }
  }
}
