package org.colloquy.server.llm.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.turn.Prompt;

/// Writes a prompt as the body of a chat completion request.
final class OpenAiRequest {
  private OpenAiRequest() {}

  /// Asks for a stream that ends with the usage.
  static byte[] withUsage(Prompt prompt) {
    return written(prompt, true);
  }

  /// The same for servers that do not know how to tell the usage.
  static byte[] withoutUsage(Prompt prompt) {
    return written(prompt, false);
  }

  private static byte[] written(Prompt prompt, boolean usage) {
    var bytes = new ByteArrayOutputStream();
    try (var json = OpenAiJson.FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("model", WholeCharacters.only(prompt.model()));
      json.writeArrayFieldStart("messages");
      for (var line : prompt.lines()) {
        writeLine(json, line);
      }
      json.writeEndArray();
      writeTools(json, prompt.tools());
      json.writeBooleanField("stream", true);
      if (usage) {
        json.writeObjectFieldStart("stream_options");
        json.writeBooleanField("include_usage", true);
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static void writeLine(JsonGenerator json, Prompt.Line line) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", word(line.role()));
    json.writeStringField("content", WholeCharacters.only(line.content()));
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

  private static void writeTools(JsonGenerator json, List<Prompt.ToolOffer> tools)
      throws IOException {
    if (tools.isEmpty()) {
      return;
    }
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

  private static String word(Role role) {
    return switch (role) {
      case SYSTEM -> "system";
      case USER -> "user";
      case ASSISTANT -> "assistant";
      case TOOL -> "tool";
    };
  }
}
