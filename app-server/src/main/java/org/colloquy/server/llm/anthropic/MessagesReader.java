package org.colloquy.server.llm.anthropic;

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
import org.jspecify.annotations.Nullable;

/// Reads the events of a streamed message. The fields of an event are gathered first, since its
/// type need not stand before them.
final class MessagesReader implements AnswerReader {
  private final GrowingReply reply;
  private final Keepsakes thoughts;
  private final List<String> thoughtBlocks = new ArrayList<>();
  private @Nullable ThoughtBlock thought;
  private int input;
  private int output;
  private int cached;
  private int cacheWritten;

  MessagesReader(GrowingReply reply, Keepsakes thoughts) {
    this.reply = reply;
    this.thoughts = thoughts;
  }

  @Override
  public Optional<JsonNode> read(JsonParser json) throws IOException {
    var event = new Event();
    WireJson.eachField(json, field -> event.read(field, json));
    switch (event.type) {
      case "message_start" -> reply.usage(usage());
      case "content_block_start" -> begin(event);
      case "content_block_delta" -> grow(event);
      case "content_block_stop" -> keepThought();
      case "message_delta" -> {
        reply.usage(usage());
        reason(event.stopReason).ifPresent(reply::stopReason);
      }
      case "message_stop" -> reply.finish();
      default -> {
        return Optional.ofNullable(event.error);
      }
    }
    return Optional.empty();
  }

  /// Thoughts are part of the output, and not told apart.
  private Usage usage() {
    return new Usage(input, output, cached, cacheWritten, 0);
  }

  private void begin(Event event) {
    switch (event.blockType) {
      case "text" -> reply.text(event.text);
      case "thinking" -> {
        thought = new ThoughtBlock();
        think(event);
      }
      case "redacted_thinking" -> thoughtBlocks.add(ThoughtBlock.redacted(event.data));
      case "tool_use" -> {
        var id = event.id.isEmpty() ? reply.newCallId() : event.id;
        thoughtBlocks.forEach(block -> thoughts.keep(id, block));
        thoughtBlocks.clear();
        reply.toolCall(new Fragment(event.index, id, event.name, ""));
      }
      default -> {}
    }
  }

  private void grow(Event event) {
    switch (event.blockType) {
      case "text_delta" -> reply.text(event.text);
      case "input_json_delta" ->
          reply.toolCall(new Fragment(event.index, "", "", event.partialJson));
      case "thinking_delta", "signature_delta" -> think(event);
      default -> {}
    }
  }

  private void think(Event event) {
    if (thought != null) {
      thought.text.append(event.thinking);
      thought.signature.append(event.signature);
    }
    reply.reasoning(event.thinking);
  }

  private void keepThought() {
    if (thought != null) {
      thoughtBlocks.add(thought.written());
      thought = null;
    }
  }

  private static Optional<StopReason> reason(String told) {
    return switch (told) {
      case "" -> Optional.empty();
      case "end_turn", "stop_sequence" -> Optional.of(StopReason.STOP);
      case "max_tokens", "model_context_window_exceeded" -> Optional.of(StopReason.LENGTH);
      case "tool_use" -> Optional.of(StopReason.TOOL_CALLS);
      case "refusal" -> Optional.of(StopReason.FILTERED);
      default -> Optional.of(StopReason.UNKNOWN);
    };
  }

  /// The fields of one event; those of its delta and of its block are told apart by nothing.
  private final class Event {
    private String type = "";
    private int index;
    private String blockType = "";
    private String id = "";
    private String name = "";
    private String text = "";
    private String thinking = "";
    private String signature = "";
    private String partialJson = "";
    private String data = "";
    private String stopReason = "";
    private @Nullable JsonNode error;

    void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "type" -> type = WireJson.text(json);
        case "index" -> index = WireJson.figure(json);
        case "delta", "content_block" -> WireJson.eachField(json, inner -> readBlock(inner, json));
        case "message" -> WireJson.eachField(json, inner -> readMessage(inner, json));
        case "usage" -> WireJson.eachField(json, new Figures(json)::read);
        case "error" -> error = WireJson.tree(json);
        default -> {}
      }
    }

    private void readMessage(String field, JsonParser json) throws IOException {
      if (field.equals("usage")) {
        WireJson.eachField(json, new Figures(json)::read);
      }
    }

    private void readBlock(String field, JsonParser json) throws IOException {
      switch (field) {
        case "type" -> blockType = WireJson.text(json);
        case "text" -> text = WireJson.text(json);
        case "thinking" -> thinking = WireJson.text(json);
        case "signature" -> signature = WireJson.text(json);
        case "partial_json" -> partialJson = WireJson.text(json);
        case "id" -> id = WireJson.text(json);
        case "name" -> name = WireJson.text(json);
        case "data" -> data = WireJson.text(json);
        case "stop_reason" -> stopReason = WireJson.text(json);
        default -> {}
      }
    }
  }

  /// The figures of a usage, told several times: what was read from or written into a cache stands
  /// beside the rest of the prompt.
  private final class Figures {
    private final JsonParser json;
    private int prompt;

    Figures(JsonParser json) {
      this.json = json;
    }

    void read(String field) throws IOException {
      switch (field) {
        case "input_tokens" -> prompted(WireJson.figure(json));
        case "cache_read_input_tokens" -> {
          int told = WireJson.figure(json);
          cached = Math.max(cached, told);
          prompted(told);
        }
        case "cache_creation_input_tokens" -> {
          int told = WireJson.figure(json);
          cacheWritten = Math.max(cacheWritten, told);
          prompted(told);
        }
        case "output_tokens" -> output = Math.max(output, WireJson.figure(json));
        default -> {}
      }
    }

    private void prompted(int told) {
      prompt += told;
      input = Math.max(input, prompt);
    }
  }
}
