package org.colloquy.server.llm.responses;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Prompt.ToolChoice;
import org.colloquy.server.llm.wire.WholeCharacters;
import org.colloquy.server.llm.wire.WireJson;

/// Writes a prompt as the body of a request for a response.
record ResponsesRequest(Prompt prompt, Responses language) {

  byte[] written() {
    return WireJson.object(json -> {
      json.writeStringField("model", WholeCharacters.only(prompt.model()));
      json.writeFieldName("input");
      new ResponsesInput(json, language.thoughts()).write(prompt.lines());
      if (!prompt.tools().isEmpty()) {
        writeTools(json);
        writeChoice(json, prompt.toolChoice());
      }
      writeParameters(json, prompt.parameters());
      if (Responses.thinks(prompt.model())) {
        writeThinking(json);
      }
      json.writeBooleanField("store", false);
      json.writeBooleanField("stream", true);
    });
  }

  private void writeThinking(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("include");
    json.writeString("reasoning.encrypted_content");
    json.writeEndArray();
    if (language.summaries()) {
      json.writeObjectFieldStart("reasoning");
      json.writeStringField("summary", "auto");
      json.writeEndObject();
    }
  }

  private void writeTools(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("tools");
    for (var tool : prompt.tools()) {
      json.writeStartObject();
      json.writeStringField("type", "function");
      json.writeStringField("name", tool.name());
      json.writeStringField("description", tool.description());
      json.writeFieldName("parameters");
      json.writeRawValue(tool.schema());
      // Else it is true, which not every schema allows.
      json.writeBooleanField("strict", false);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeChoice(JsonGenerator json, ToolChoice choice) throws IOException {
    switch (choice) {
      case ToolChoice.Free() -> {}
      case ToolChoice.Never() -> json.writeStringField("tool_choice", "none");
      case ToolChoice.Must() -> json.writeStringField("tool_choice", "required");
      case ToolChoice.This(var tool) -> {
        json.writeObjectFieldStart("tool_choice");
        json.writeStringField("type", "function");
        json.writeStringField("name", tool);
        json.writeEndObject();
      }
    }
  }

  /// There is no seed, and there are no texts to stop at.
  private void writeParameters(JsonGenerator json, ModelParameters parameters) throws IOException {
    if (parameters.temperature() != null) {
      json.writeNumberField("temperature", parameters.temperature());
    }
    if (parameters.topP() != null) {
      json.writeNumberField("top_p", parameters.topP());
    }
    if (parameters.maxTokens() != null) {
      json.writeNumberField("max_output_tokens", parameters.maxTokens());
    }
    if (parameters.format() != null) {
      json.writeObjectFieldStart("text");
      json.writeObjectFieldStart("format");
      writeFormat(json, parameters.format());
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private void writeFormat(JsonGenerator json, ResponseFormat format) throws IOException {
    switch (format) {
      case ResponseFormat.Text() -> json.writeStringField("type", "text");
      case ResponseFormat.Json() -> json.writeStringField("type", "json_object");
      case ResponseFormat.JsonSchema(var name, var schema) -> {
        json.writeStringField("type", "json_schema");
        json.writeStringField("name", name);
        json.writeFieldName("schema");
        json.writeRawValue(schema);
        json.writeBooleanField("strict", language.strict());
      }
    }
  }
}
