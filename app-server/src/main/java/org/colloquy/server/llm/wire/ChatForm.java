package org.colloquy.server.llm.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Role;
import org.colloquy.server.core.turn.Prompt;

/// What chat completions have in common with those who took their form over.
public final class ChatForm {
  private ChatForm() {}

  /// Who speaks.
  public static String role(Role role) {
    return switch (role) {
      case SYSTEM -> "system";
      case USER -> "user";
      case ASSISTANT -> "assistant";
      case TOOL -> "tool";
    };
  }

  /// The tools that are offered.
  public static void writeTools(JsonGenerator json, List<Prompt.ToolOffer> tools)
      throws IOException {
    json.writeArrayFieldStart("tools");
    for (var tool : tools) {
      json.writeStartObject();
      json.writeStringField("type", "function");
      json.writeObjectFieldStart("function");
      json.writeStringField("name", tool.name());
      json.writeStringField("description", tool.description());
      json.writeFieldName("parameters");
      json.writeRawValue(tool.schema());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// How words are chosen, how many there may be, and where they stop.
  ///
  /// @param limit what the most tokens are called
  public static void writeChoosing(JsonGenerator json, ModelParameters parameters, String limit)
      throws IOException {
    if (parameters.temperature() != null) {
      json.writeNumberField("temperature", parameters.temperature());
    }
    if (parameters.topP() != null) {
      json.writeNumberField("top_p", parameters.topP());
    }
    if (parameters.seed() != null) {
      json.writeNumberField("seed", parameters.seed());
    }
    if (parameters.maxTokens() != null) {
      json.writeNumberField(limit, parameters.maxTokens());
    }
    if (!parameters.stop().isEmpty()) {
      json.writeArrayFieldStart("stop");
      for (var text : parameters.stop()) {
        json.writeString(WholeCharacters.only(text));
      }
      json.writeEndArray();
    }
  }
}
