package org.colloquy.server.llm.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.stream.Collectors;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.colloquy.model.Role;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Prompt.ToolChoice;
import org.colloquy.server.llm.wire.WholeCharacters;
import org.colloquy.server.llm.wire.WireJson;

/// Writes a prompt as the body of a request for a message.
record MessagesRequest(Prompt prompt, Messages language) {
  private static final double MOST_TEMPERATURE = 1;

  byte[] written() {
    return WireJson.object(json -> {
      json.writeStringField("model", WholeCharacters.only(prompt.model()));
      writeLimit(json);
      writeInstructions(json);
      json.writeFieldName("messages");
      new MessagesLines(json, language.thoughts()).write(prompt.lines());
      if (!prompt.tools().isEmpty()) {
        writeTools(json);
        writeChoice(json, prompt.toolChoice());
      }
      writeParameters(json, prompt.parameters());
      json.writeBooleanField("stream", true);
    });
  }

  private void writeLimit(JsonGenerator json) throws IOException {
    var wanted = prompt.parameters().maxTokens();
    var most = language.mostTokens();
    json.writeNumberField("max_tokens", wanted == null ? most : Math.min(wanted, most));
  }

  /// There is one place for instructions, wherever they stand in the talk.
  private void writeInstructions(JsonGenerator json) throws IOException {
    var instructions =
        prompt.lines().stream()
            .filter(line -> line.role() == Role.SYSTEM)
            .map(Prompt.Line::content)
            .filter(content -> !content.isBlank())
            .collect(Collectors.joining("\n\n"));
    if (!instructions.isEmpty()) {
      json.writeStringField("system", WholeCharacters.only(instructions));
    }
  }

  private void writeTools(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("tools");
    for (var tool : prompt.tools()) {
      json.writeStartObject();
      json.writeStringField("name", tool.name());
      json.writeStringField("description", tool.description());
      json.writeFieldName("input_schema");
      json.writeRawValue(tool.schema());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeChoice(JsonGenerator json, ToolChoice choice) throws IOException {
    if (choice instanceof ToolChoice.Free) {
      return;
    }
    json.writeObjectFieldStart("tool_choice");
    switch (choice) {
      case ToolChoice.Free() -> json.writeStringField("type", "auto");
      case ToolChoice.Never() -> json.writeStringField("type", "none");
      case ToolChoice.Must() -> json.writeStringField("type", "any");
      case ToolChoice.This(var tool) -> {
        json.writeStringField("type", "tool");
        json.writeStringField("name", tool);
      }
    }
    json.writeEndObject();
  }

  /// There is no seed. Newer models refuse both ways of choosing words at once.
  private static void writeParameters(JsonGenerator json, ModelParameters parameters)
      throws IOException {
    if (parameters.temperature() != null) {
      json.writeNumberField("temperature", Math.min(MOST_TEMPERATURE, parameters.temperature()));
    } else if (parameters.topP() != null) {
      json.writeNumberField("top_p", parameters.topP());
    }
    if (parameters.stop().stream().anyMatch(text -> !text.isBlank())) {
      json.writeArrayFieldStart("stop_sequences");
      for (var text : parameters.stop()) {
        if (!text.isBlank()) {
          json.writeString(WholeCharacters.only(text));
        }
      }
      json.writeEndArray();
    }
    if (parameters.format() instanceof ResponseFormat.JsonSchema(_, var schema)) {
      json.writeObjectFieldStart("output_config");
      json.writeObjectFieldStart("format");
      json.writeStringField("type", "json_schema");
      json.writeFieldName("schema");
      json.writeRawValue(schema);
      json.writeEndObject();
      json.writeEndObject();
    }
  }
}
