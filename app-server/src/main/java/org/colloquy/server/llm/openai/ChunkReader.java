package org.colloquy.server.llm.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.colloquy.model.StopReason;
import org.colloquy.server.llm.wire.AnswerReader;
import org.colloquy.server.llm.wire.GrowingReply;
import org.colloquy.server.llm.wire.WireJson;

/// Reads the JSON of an answer, one piece of a stream or a whole one, without making a tree of it.
final class ChunkReader implements AnswerReader {
  private final GrowingReply reply;

  ChunkReader(GrowingReply reply) {
    this.reply = reply;
  }

  @Override
  public Optional<JsonNode> read(JsonParser json) throws IOException {
    Optional<JsonNode> error = Optional.empty();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      var value = json.nextToken();
      switch (field) {
        case "choices" -> readChoices(json, value);
        case "usage" -> readUsage(json, value);
        case "system_fingerprint" -> readFingerprint(json, value);
        case "error" -> error = readError(json, value);
        default -> json.skipChildren();
      }
    }
    return error;
  }

  /// Only one answer is asked for, so only the first counts.
  private void readChoices(JsonParser json, JsonToken value) throws IOException {
    if (value != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    var first = json.nextToken();
    if (first == JsonToken.START_OBJECT) {
      readChoice(json);
      first = json.nextToken();
    }
    for (var other = first; other != JsonToken.END_ARRAY; other = json.nextToken()) {
      json.skipChildren();
    }
  }

  private void readChoice(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      var value = json.nextToken();
      if (value == JsonToken.START_OBJECT && (field.equals("delta") || field.equals("message"))) {
        readDelta(json);
      } else if (value == JsonToken.VALUE_STRING && field.equals("finish_reason")) {
        reply.stopReason(reason(json.getText()));
      } else {
        json.skipChildren();
      }
    }
  }

  private void readDelta(JsonParser json) throws IOException {
    boolean reasoned = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      var value = json.nextToken();
      switch (field) {
        case "content", "refusal" -> readText(json, value);
        case "reasoning_content", "reasoning" -> {
          // Servers that send both say the same twice.
          if (value == JsonToken.VALUE_STRING && !reasoned) {
            reply.reasoning(json.getText());
            reasoned = true;
          }
          json.skipChildren();
        }
        case "tool_calls" -> readToolCalls(json, value);
        default -> json.skipChildren();
      }
    }
  }

  /// Some servers say the text in parts.
  private void readText(JsonParser json, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      reply.text(json.getText());
    } else if (value == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
          readPart(json);
        } else {
          json.skipChildren();
        }
      }
    } else {
      json.skipChildren();
    }
  }

  private void readPart(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING && field.equals("text")) {
        reply.text(json.getText());
      } else {
        json.skipChildren();
      }
    }
  }

  private void readToolCalls(JsonParser json, JsonToken value) throws IOException {
    if (value != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        reply.toolCall(ToolCallJson.read(json));
      } else {
        json.skipChildren();
      }
    }
  }

  private void readUsage(JsonParser json, JsonToken value) throws IOException {
    if (value != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    reply.usage(ToldUsage.read(json));
  }

  private void readFingerprint(JsonParser json, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      reply.fingerprint(json.getText());
    } else {
      json.skipChildren();
    }
  }

  private static Optional<JsonNode> readError(JsonParser json, JsonToken value) throws IOException {
    return value == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(WireJson.tree(json));
  }

  private static StopReason reason(String told) {
    return switch (told) {
      case "stop", "eos", "end_turn" -> StopReason.STOP;
      case "length", "max_tokens" -> StopReason.LENGTH;
      case "tool_calls", "function_call" -> StopReason.TOOL_CALLS;
      case "content_filter" -> StopReason.FILTERED;
      default -> StopReason.UNKNOWN;
    };
  }
}
