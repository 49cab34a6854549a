package org.colloquy.server.llm.ollama;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Prompt.ToolChoice;
import org.colloquy.server.llm.wire.ChatForm;
import org.colloquy.server.llm.wire.WholeCharacters;
import org.colloquy.server.llm.wire.WireJson;

/// Writes a prompt as the body of a chat request.
final class OllamaRequest {
  private final JsonGenerator json;
  private final Map<String, String> tools = new HashMap<>();

  private OllamaRequest(JsonGenerator json) {
    this.json = json;
  }

  static byte[] written(Prompt prompt) {
    return WireJson.object(json -> new OllamaRequest(json).write(prompt));
  }

  private void write(Prompt prompt) throws IOException {
    json.writeStringField("model", WholeCharacters.only(prompt.model()));
    json.writeArrayFieldStart("messages");
    for (var line : prompt.lines()) {
      writeLine(line);
    }
    json.writeEndArray();
    var offered = offered(prompt);
    if (!offered.isEmpty()) {
      ChatForm.writeTools(json, offered);
    }
    writeFormat(prompt.parameters());
    writeOptions(prompt.parameters());
    json.writeBooleanField("stream", true);
  }

  /// There is no choice of tools here, so only those are offered that may be called. That one must
  /// be called cannot be said.
  private static List<Prompt.ToolOffer> offered(Prompt prompt) {
    return switch (prompt.toolChoice()) {
      case ToolChoice.Free(), ToolChoice.Must() -> prompt.tools();
      case ToolChoice.Never() -> List.of();
      case ToolChoice.This(var tool) ->
          prompt.tools().stream().filter(offer -> offer.name().equals(tool)).toList();
    };
  }

  private void writeLine(Prompt.Line line) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", ChatForm.role(line.role()));
    json.writeStringField("content", WholeCharacters.only(line.content()));
    if (!line.pictures().isEmpty()) {
      json.writeArrayFieldStart("images");
      for (var picture : line.pictures()) {
        json.writeString(picture.base64());
      }
      json.writeEndArray();
    }
    if (line.answersCall() != null) {
      json.writeStringField("tool_name", tools.getOrDefault(line.answersCall(), "tool"));
    }
    if (!line.toolCalls().isEmpty()) {
      json.writeArrayFieldStart("tool_calls");
      for (var call : line.toolCalls()) {
        writeCall(call);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void writeCall(ToolCall call) throws IOException {
    tools.put(call.id(), call.tool());
    json.writeStartObject();
    json.writeObjectFieldStart("function");
    json.writeStringField("name", call.tool());
    json.writeFieldName("arguments");
    json.writeRawValue(WholeCharacters.only(WireJson.arguments(call.arguments()).toString()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeFormat(ModelParameters parameters) throws IOException {
    switch (parameters.format()) {
      case null -> {}
      case ResponseFormat.Text() -> {}
      case ResponseFormat.Json() -> json.writeStringField("format", "json");
      case ResponseFormat.JsonSchema(_, var schema) -> {
        json.writeFieldName("format");
        json.writeRawValue(schema);
      }
    }
  }

  private void writeOptions(ModelParameters parameters) throws IOException {
    if (parameters.equals(ModelParameters.NONE)) {
      return;
    }
    json.writeObjectFieldStart("options");
    ChatForm.writeChoosing(json, parameters, "num_predict");
    json.writeEndObject();
  }
}
