package org.colloquy.server.llm.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Prompt.ToolChoice;
import org.colloquy.server.llm.wire.ChatForm;
import org.colloquy.server.llm.wire.WholeCharacters;
import org.colloquy.server.llm.wire.WireJson;

/// Writes a prompt as the body of a chat completion request.
record ChatRequest(Prompt prompt, ChatCompletions language) {

  byte[] written() {
    return WireJson.object(json -> {
      json.writeStringField("model", WholeCharacters.only(prompt.model()));
      json.writeArrayFieldStart("messages");
      for (var line : prompt.lines()) {
        writeLine(json, line);
      }
      json.writeEndArray();
      if (!prompt.tools().isEmpty()) {
        ChatForm.writeTools(json, prompt.tools());
        writeChoice(json, prompt.toolChoice());
      }
      writeParameters(json, prompt.parameters());
      json.writeBooleanField("stream", true);
      if (language.usage()) {
        json.writeObjectFieldStart("stream_options");
        json.writeBooleanField("include_usage", true);
        json.writeEndObject();
      }
    });
  }

  private static void writeLine(JsonGenerator json, Prompt.Line line) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", ChatForm.role(line.role()));
    if (line.pictures().isEmpty()) {
      json.writeStringField("content", WholeCharacters.only(line.content()));
    } else {
      writeParts(json, line);
    }
    if (line.answersCall() != null) {
      json.writeStringField("tool_call_id", line.answersCall());
    }
    if (!line.toolCalls().isEmpty()) {
      json.writeArrayFieldStart("tool_calls");
      for (var call : line.toolCalls()) {
        writeCall(json, call);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeParts(JsonGenerator json, Prompt.Line line) throws IOException {
    json.writeArrayFieldStart("content");
    if (!line.content().isEmpty()) {
      json.writeStartObject();
      json.writeStringField("type", "text");
      json.writeStringField("text", WholeCharacters.only(line.content()));
      json.writeEndObject();
    }
    for (var picture : line.pictures()) {
      json.writeStartObject();
      json.writeStringField("type", "image_url");
      json.writeObjectFieldStart("image_url");
      json.writeStringField("url", dataUrl(picture));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// A picture as OpenAI's APIs want it.
  static String dataUrl(Prompt.Picture picture) {
    return "data:" + picture.mediaType() + ";base64," + picture.base64();
  }

  private static void writeCall(JsonGenerator json, ToolCall call) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", call.id());
    json.writeStringField("type", "function");
    json.writeObjectFieldStart("function");
    json.writeStringField("name", call.tool());
    json.writeStringField("arguments", WholeCharacters.only(call.arguments()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeChoice(JsonGenerator json, ToolChoice choice) throws IOException {
    switch (choice) {
      case ToolChoice.Free() -> {}
      case ToolChoice.Never() -> json.writeStringField("tool_choice", "none");
      case ToolChoice.Must() -> json.writeStringField("tool_choice", "required");
      case ToolChoice.This(var tool) -> {
        json.writeObjectFieldStart("tool_choice");
        json.writeStringField("type", "function");
        json.writeObjectFieldStart("function");
        json.writeStringField("name", tool);
        json.writeEndObject();
        json.writeEndObject();
      }
    }
  }

  private void writeParameters(JsonGenerator json, ModelParameters parameters) throws IOException {
    ChatForm.writeChoosing(json, parameters, language.limit().nameFor(prompt.model()));
    if (parameters.format() != null) {
      writeFormat(json, parameters.format());
    }
  }

  private void writeFormat(JsonGenerator json, ResponseFormat format) throws IOException {
    json.writeObjectFieldStart("response_format");
    switch (format) {
      case ResponseFormat.Text() -> json.writeStringField("type", "text");
      case ResponseFormat.Json() -> json.writeStringField("type", "json_object");
      case ResponseFormat.JsonSchema(var name, var schema) -> {
        json.writeStringField("type", "json_schema");
        json.writeObjectFieldStart("json_schema");
        json.writeStringField("name", name);
        json.writeFieldName("schema");
        json.writeRawValue(schema);
        json.writeBooleanField("strict", language.strict());
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }
}
