package org.colloquy.server.llm.ollama;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.colloquy.model.StopReason;
import org.colloquy.model.Usage;
import org.colloquy.server.llm.wire.AnswerReader;
import org.colloquy.server.llm.wire.GrowingReply;
import org.colloquy.server.llm.wire.ToolCallFragments.Fragment;
import org.colloquy.server.llm.wire.WireJson;
import org.jspecify.annotations.Nullable;

/// Reads the lines of a streamed chat.
final class OllamaReader implements AnswerReader {
  private final GrowingReply reply;
  private int calls;
  private int input;
  private int output;
  private boolean done;
  private String reason = "";
  private @Nullable JsonNode error;

  OllamaReader(GrowingReply reply) {
    this.reply = reply;
  }

  @Override
  public Optional<JsonNode> read(JsonParser json) throws IOException {
    WireJson.eachField(json, field -> readField(field, json));
    if (done) {
      reply.usage(new Usage(input, output));
      reply.stopReason(reason(reason));
      reply.finish();
    }
    return Optional.ofNullable(error);
  }

  private void readField(String field, JsonParser json) throws IOException {
    switch (field) {
      case "message" -> WireJson.eachField(json, inner -> readMessage(inner, json));
      case "done" -> done = json.currentToken() == JsonToken.VALUE_TRUE;
      case "done_reason" -> reason = WireJson.text(json);
      case "prompt_eval_count" -> input = WireJson.figure(json);
      case "eval_count" -> output = WireJson.figure(json);
      case "error" -> error = WireJson.tree(json);
      default -> {}
    }
  }

  private void readMessage(String field, JsonParser json) throws IOException {
    switch (field) {
      case "content" -> reply.text(WireJson.text(json));
      case "thinking" -> reply.reasoning(WireJson.text(json));
      case "tool_calls" ->
          WireJson.eachElement(
              json,
              () -> {
                var call = new Call();
                WireJson.eachField(json, inner -> call.read(inner, json));
                var id = call.id.isEmpty() ? reply.newCallId() : call.id;
                reply.toolCall(new Fragment(calls++, id, call.tool, call.arguments));
              });
      default -> {}
    }
  }

  /// Before version 0.4 none was told.
  private static StopReason reason(String told) {
    return switch (told) {
      case "stop", "" -> StopReason.STOP;
      case "length" -> StopReason.LENGTH;
      default -> StopReason.UNKNOWN;
    };
  }

  /// One call, which comes whole.
  private static final class Call {
    private String id = "";
    private String tool = "";
    private String arguments = "";

    void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "id" -> id = WireJson.text(json);
        case "function" -> WireJson.eachField(json, inner -> readFunction(inner, json));
        default -> {}
      }
    }

    private void readFunction(String field, JsonParser json) throws IOException {
      switch (field) {
        case "name" -> tool = WireJson.text(json);
        case "arguments" -> arguments = WireJson.tree(json).toString();
        default -> {}
      }
    }
  }
}
