package org.colloquy.server.llm.gemini;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.colloquy.model.Role;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Prompt.ToolChoice;
import org.colloquy.server.llm.wire.WholeCharacters;
import org.colloquy.server.llm.wire.WireJson;

/// Writes a prompt as the body of a request for content.
record ContentRequest(Prompt prompt, GenerateContent language) {

  byte[] written() {
    return WireJson.object(json -> {
      writeInstructions(json);
      json.writeFieldName("contents");
      new ContentLines(json, language.signatures()).write(prompt.lines());
      if (!prompt.tools().isEmpty()) {
        writeTools(json);
        writeChoice(json, prompt.toolChoice());
      }
      json.writeObjectFieldStart("generationConfig");
      writeParameters(json, prompt.parameters());
      if (language.asksThoughts(prompt.model())) {
        json.writeObjectFieldStart("thinkingConfig");
        json.writeBooleanField("includeThoughts", true);
        json.writeEndObject();
      }
      json.writeEndObject();
    });
  }

  /// There is one place for instructions, wherever they stand in the talk.
  private void writeInstructions(JsonGenerator json) throws IOException {
    var instructions =
        prompt.lines().stream()
            .filter(line -> line.role() == Role.SYSTEM && !line.content().isEmpty())
            .toList();
    if (instructions.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("systemInstruction");
    json.writeArrayFieldStart("parts");
    for (var line : instructions) {
      json.writeStartObject();
      json.writeStringField("text", WholeCharacters.only(line.content()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeTools(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("tools");
    json.writeStartObject();
    json.writeArrayFieldStart("functionDeclarations");
    for (var tool : prompt.tools()) {
      json.writeStartObject();
      json.writeStringField("name", tool.name());
      json.writeStringField("description", tool.description());
      // The older `parameters` knows a part of JSON schema only.
      json.writeFieldName("parametersJsonSchema");
      json.writeRawValue(tool.schema());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeChoice(JsonGenerator json, ToolChoice choice) throws IOException {
    if (choice instanceof ToolChoice.Free) {
      return;
    }
    json.writeObjectFieldStart("toolConfig");
    json.writeObjectFieldStart("functionCallingConfig");
    switch (choice) {
      case ToolChoice.Free() -> json.writeStringField("mode", "AUTO");
      case ToolChoice.Never() -> json.writeStringField("mode", "NONE");
      case ToolChoice.Must() -> json.writeStringField("mode", "ANY");
      case ToolChoice.This(var tool) -> {
        json.writeStringField("mode", "ANY");
        json.writeArrayFieldStart("allowedFunctionNames");
        json.writeString(tool);
        json.writeEndArray();
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeParameters(JsonGenerator json, ModelParameters parameters)
      throws IOException {
    if (parameters.temperature() != null) {
      json.writeNumberField("temperature", parameters.temperature());
    }
    if (parameters.topP() != null) {
      json.writeNumberField("topP", parameters.topP());
    }
    if (parameters.seed() != null) {
      // A seed has 32 bits here.
      json.writeNumberField("seed", Long.hashCode(parameters.seed()));
    }
    if (parameters.maxTokens() != null) {
      json.writeNumberField("maxOutputTokens", parameters.maxTokens());
    }
    if (!parameters.stop().isEmpty()) {
      json.writeArrayFieldStart("stopSequences");
      for (var text : parameters.stop()) {
        json.writeString(WholeCharacters.only(text));
      }
      json.writeEndArray();
    }
    switch (parameters.format()) {
      case null -> {}
      case ResponseFormat.Text() -> {}
      case ResponseFormat.Json() -> json.writeStringField("responseMimeType", "application/json");
      case ResponseFormat.JsonSchema(_, var schema) -> {
        json.writeStringField("responseMimeType", "application/json");
        json.writeFieldName("responseJsonSchema");
        json.writeRawValue(schema);
      }
    }
  }
}
