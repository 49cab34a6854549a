package org.colloquy.server.llm.responses;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.llm.wire.Keepsakes;
import org.colloquy.server.llm.wire.WholeCharacters;

/// Writes the lines of a talk as items: what was said, calls and their results stand side by side.
final class ResponsesInput {
  private final JsonGenerator json;
  private final Keepsakes thoughts;

  ResponsesInput(JsonGenerator json, Keepsakes thoughts) {
    this.json = json;
    this.thoughts = thoughts;
  }

  void write(List<Prompt.Line> lines) throws IOException {
    json.writeStartArray();
    for (var line : lines) {
      switch (line.role()) {
        case SYSTEM -> writeText("system", line.content());
        case USER -> writeSaid(line);
        case ASSISTANT -> writeAnswered(line);
        case TOOL -> writeReturned(line);
      }
    }
    json.writeEndArray();
  }

  private void writeSaid(Prompt.Line line) throws IOException {
    if (line.pictures().isEmpty()) {
      writeText("user", line.content());
      return;
    }
    json.writeStartObject();
    json.writeStringField("role", "user");
    json.writeArrayFieldStart("content");
    json.writeStartObject();
    json.writeStringField("type", "input_text");
    json.writeStringField("text", WholeCharacters.only(line.content()));
    json.writeEndObject();
    for (var picture : line.pictures()) {
      json.writeStartObject();
      json.writeStringField("type", "input_image");
      json.writeStringField(
          "image_url", "data:" + picture.mediaType() + ";base64," + picture.base64());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeAnswered(Prompt.Line line) throws IOException {
    var calls = line.toolCalls();
    if (!calls.isEmpty()) {
      writeThoughts(calls.getFirst());
    }
    if (!line.content().isEmpty()) {
      writeText("assistant", line.content());
    }
    for (int i = 0; i < calls.size(); i++) {
      if (i > 0) {
        writeThoughts(calls.get(i));
      }
      writeCall(calls.get(i));
    }
  }

  private void writeThoughts(ToolCall before) throws IOException {
    for (var item : thoughts.of(before.id())) {
      json.writeRawValue(item);
    }
  }

  private void writeCall(ToolCall call) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "function_call");
    json.writeStringField("call_id", call.id());
    json.writeStringField("name", call.tool());
    json.writeStringField("arguments", WholeCharacters.only(call.arguments()));
    json.writeEndObject();
  }

  private void writeReturned(Prompt.Line line) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "function_call_output");
    json.writeStringField("call_id", String.valueOf(line.answersCall()));
    json.writeStringField("output", WholeCharacters.only(line.content()));
    json.writeEndObject();
  }

  private void writeText(String role, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", role);
    json.writeStringField("content", WholeCharacters.only(text));
    json.writeEndObject();
  }
}
