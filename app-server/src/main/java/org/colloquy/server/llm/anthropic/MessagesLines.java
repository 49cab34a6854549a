package org.colloquy.server.llm.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.llm.wire.Keepsakes;
import org.colloquy.server.llm.wire.Sides;
import org.colloquy.server.llm.wire.WholeCharacters;
import org.colloquy.server.llm.wire.WireJson;

/// Writes the lines of a talk as messages: the person's and the model's by turns, with the results
/// of tools among the person's. Neighbours of the same side become one message, since all results
/// of a round must be in one.
final class MessagesLines {
  private final JsonGenerator json;
  private final Keepsakes thoughts;
  private final Sides sides;

  MessagesLines(JsonGenerator json, Keepsakes thoughts) {
    this.json = json;
    this.sides = new Sides(json, "content");
    this.thoughts = thoughts;
  }

  void write(List<Prompt.Line> lines) throws IOException {
    json.writeStartArray();
    for (var line : lines) {
      switch (line.role()) {
        case SYSTEM -> {}
        case USER -> writeSaid(line);
        case ASSISTANT -> writeAnswered(line);
        case TOOL -> writeReturned(line);
      }
    }
    sides.close();
    json.writeEndArray();
  }

  private void writeSaid(Prompt.Line line) throws IOException {
    if (line.content().isBlank() && line.pictures().isEmpty()) {
      return;
    }
    sides.open("user");
    for (var picture : line.pictures()) {
      json.writeStartObject();
      json.writeStringField("type", "image");
      json.writeObjectFieldStart("source");
      json.writeStringField("type", "base64");
      json.writeStringField("media_type", picture.mediaType());
      json.writeStringField("data", picture.base64());
      json.writeEndObject();
      json.writeEndObject();
    }
    writeText(line.content());
  }

  private void writeAnswered(Prompt.Line line) throws IOException {
    if (line.content().isBlank() && line.toolCalls().isEmpty()) {
      return;
    }
    sides.open("assistant");
    var calls = line.toolCalls();
    if (!calls.isEmpty()) {
      writeThoughts(calls.getFirst());
    }
    writeText(line.content());
    for (int i = 0; i < calls.size(); i++) {
      if (i > 0) {
        writeThoughts(calls.get(i));
      }
      writeCall(calls.get(i));
    }
  }

  private void writeThoughts(ToolCall before) throws IOException {
    for (var block : thoughts.of(before.id())) {
      json.writeRawValue(block);
    }
  }

  private void writeCall(ToolCall call) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "tool_use");
    json.writeStringField("id", allowed(call.id()));
    json.writeStringField("name", call.tool());
    json.writeFieldName("input");
    json.writeRawValue(WholeCharacters.only(WireJson.arguments(call.arguments()).toString()));
    json.writeEndObject();
  }

  private void writeReturned(Prompt.Line line) throws IOException {
    sides.open("user");
    json.writeStartObject();
    json.writeStringField("type", "tool_result");
    json.writeStringField("tool_use_id", allowed(String.valueOf(line.answersCall())));
    json.writeStringField("content", WholeCharacters.only(line.content()));
    json.writeEndObject();
  }

  /// Blank texts are refused.
  private void writeText(String text) throws IOException {
    if (!text.isBlank()) {
      json.writeStartObject();
      json.writeStringField("type", "text");
      json.writeStringField("text", WholeCharacters.only(text));
      json.writeEndObject();
    }
  }

  /// Ids of other providers may have characters that are refused here.
  private static String allowed(String id) {
    return id.replaceAll("[^a-zA-Z0-9_-]", "_");
  }
}
