package org.colloquy.server.llm.responses;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.StopReason;
import org.colloquy.model.Usage;
import org.colloquy.server.llm.wire.AnswerReader;
import org.colloquy.server.llm.wire.GrowingReply;
import org.colloquy.server.llm.wire.Keepsakes;
import org.colloquy.server.llm.wire.ToolCallFragments.Fragment;
import org.colloquy.server.llm.wire.WireJson;

/// Reads the events of a streamed response. Only events that come once for each item or answer are
/// read as trees. The fields of an event are gathered first, since its type need not stand before
/// them.
final class ResponsesReader implements AnswerReader {
  private final GrowingReply reply;
  private final Keepsakes thoughts;
  private final List<String> waiting = new ArrayList<>();

  ResponsesReader(GrowingReply reply, Keepsakes thoughts) {
    this.reply = reply;
    this.thoughts = thoughts;
  }

  @Override
  public Optional<JsonNode> read(JsonParser json) throws IOException {
    var event = new Event();
    WireJson.eachField(json, field -> event.read(field, json));
    switch (event.type) {
      case "response.output_text.delta", "response.refusal.delta" -> reply.text(event.delta);
      case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" ->
          reply.reasoning(event.delta);
      case "response.reasoning_summary_part.added" -> {
        if (event.part > 0) {
          reply.reasoning("\n\n");
        }
      }
      case "response.output_item.added" -> begin(event);
      case "response.function_call_arguments.delta" ->
          reply.toolCall(new Fragment(event.index, "", "", event.delta));
      case "response.output_item.done" -> keep(event.item);
      case "response.completed" -> end(event.response, StopReason.STOP);
      case "response.incomplete" -> end(event.response, incomplete(event.response));
      case "response.failed" -> {
        return Optional.of(event.response.path("error"));
      }
      case "error" -> {
        return Optional.of(event.error());
      }
      default -> {
        return event.error.isMissingNode() ? Optional.empty() : Optional.of(event.error);
      }
    }
    return Optional.empty();
  }

  private void begin(Event event) {
    if (event.item.path("type").asText().equals("function_call")) {
      var told = event.item.path("call_id").asText();
      var id = told.isEmpty() ? reply.newCallId() : told;
      waiting.forEach(item -> thoughts.keep(id, item));
      waiting.clear();
      var arguments = event.item.path("arguments").asText();
      reply.toolCall(new Fragment(event.index, id, event.item.path("name").asText(), arguments));
    }
  }

  /// Thoughts are worth nothing without their seal: the provider has stored nothing.
  private void keep(JsonNode item) {
    if (item.path("type").asText().equals("reasoning") && item.hasNonNull("encrypted_content")) {
      waiting.add(item.toString());
    }
  }

  private void end(JsonNode response, StopReason reason) {
    reply.usage(usage(response.path("usage")));
    reply.stopReason(reason);
    reply.finish();
  }

  private static Usage usage(JsonNode told) {
    var input = told.path("input_tokens_details");
    return new Usage(
        figure(told, "input_tokens"),
        figure(told, "output_tokens"),
        figure(input, "cached_tokens"),
        figure(input, "cache_write_tokens"),
        figure(told.path("output_tokens_details"), "reasoning_tokens"));
  }

  private static int figure(JsonNode json, String field) {
    return Math.max(0, json.path(field).asInt());
  }

  private static StopReason incomplete(JsonNode response) {
    return switch (response.path("incomplete_details").path("reason").asText()) {
      case "max_output_tokens" -> StopReason.LENGTH;
      case "content_filter" -> StopReason.FILTERED;
      default -> StopReason.UNKNOWN;
    };
  }

  /// The fields of one event.
  private static final class Event {
    private String type = "";
    private String delta = "";
    private int index;
    private int part;
    private JsonNode item = WireJson.tree("");
    private JsonNode response = WireJson.tree("");
    private JsonNode error = WireJson.tree("");
    private String code = "";
    private String message = "";

    void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "type" -> type = WireJson.text(json);
        case "delta" -> delta = WireJson.text(json);
        case "output_index" -> index = WireJson.figure(json);
        case "summary_index" -> part = WireJson.figure(json);
        case "item" -> item = WireJson.tree(json);
        case "response" -> {
          if (!type.equals("response.created") && !type.equals("response.in_progress")) {
            response = WireJson.tree(json);
          }
        }
        case "error" -> error = WireJson.tree(json);
        case "code" -> code = WireJson.text(json);
        case "message" -> message = WireJson.text(json);
        default -> {}
      }
    }

    /// It stands in the event itself, or in a field of it.
    JsonNode error() {
      return error.isObject() ? error : WireJson.error(code, message);
    }
  }
}
