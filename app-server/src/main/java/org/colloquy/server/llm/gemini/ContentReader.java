package org.colloquy.server.llm.gemini;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.colloquy.model.StopReason;
import org.colloquy.model.Usage;
import org.colloquy.server.llm.wire.AnswerReader;
import org.colloquy.server.llm.wire.GrowingReply;
import org.colloquy.server.llm.wire.Keepsakes;
import org.colloquy.server.llm.wire.ToolCallFragments.Fragment;
import org.colloquy.server.llm.wire.WireJson;
import org.jspecify.annotations.Nullable;

/// Reads the pieces of streamed content, or all of it at once: they have the same form. Nothing but
/// the end of the stream says that it ended.
final class ContentReader implements AnswerReader {
  private final GrowingReply reply;
  private final Keepsakes signatures;
  private int calls;
  private @Nullable JsonNode error;

  ContentReader(GrowingReply reply, Keepsakes signatures) {
    this.reply = reply;
    this.signatures = signatures;
  }

  @Override
  public Optional<JsonNode> read(JsonParser json) throws IOException {
    WireJson.eachField(json, field -> readField(field, json));
    return Optional.ofNullable(error);
  }

  private void readField(String field, JsonParser json) throws IOException {
    switch (field) {
      case "candidates" -> WireJson.eachElement(json, () -> readCandidate(json));
      case "usageMetadata" -> readUsage(json);
      case "promptFeedback" -> WireJson.eachField(json, inner -> readFeedback(inner));
      case "error" -> error = WireJson.tree(json);
      default -> {}
    }
  }

  private void readCandidate(JsonParser json) throws IOException {
    WireJson.eachField(
        json,
        field -> {
          switch (field) {
            case "content" -> WireJson.eachField(json, inner -> readContent(inner, json));
            case "finishReason" -> reply.stopReason(reason(WireJson.text(json)));
            default -> {}
          }
        });
  }

  private void readContent(String field, JsonParser json) throws IOException {
    if (field.equals("parts")) {
      WireJson.eachElement(
          json,
          () -> {
            var part = new Part();
            WireJson.eachField(json, inner -> part.read(inner, json));
            take(part);
          });
    }
  }

  private void take(Part part) {
    if (part.thought) {
      reply.reasoning(part.text);
    } else if (!part.text.isEmpty()) {
      reply.text(part.text);
    }
    if (!part.name.isEmpty()) {
      var id = part.id.isEmpty() ? reply.newCallId() : part.id;
      if (!part.signature.isEmpty()) {
        signatures.keep(id, part.signature);
      }
      reply.toolCall(new Fragment(calls++, id, part.name, part.arguments));
    }
  }

  private void readUsage(JsonParser json) throws IOException {
    var figures = new Figures();
    WireJson.eachField(json, field -> figures.read(field, json));
    reply.usage(figures.usage());
  }

  /// A prompt that is held back gets no candidate.
  private void readFeedback(String field) {
    if (field.equals("blockReason")) {
      reply.stopReason(StopReason.FILTERED);
    }
  }

  private static StopReason reason(String told) {
    return switch (told) {
      case "STOP" -> StopReason.STOP;
      case "MAX_TOKENS" -> StopReason.LENGTH;
      case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY" ->
          StopReason.FILTERED;
      default -> StopReason.UNKNOWN;
    };
  }

  /// One part of a content.
  private static final class Part {
    private boolean thought;
    private String text = "";
    private String signature = "";
    private String id = "";
    private String name = "";
    private String arguments = "";

    void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "text" -> text = WireJson.text(json);
        case "thought" -> thought = json.currentToken() == JsonToken.VALUE_TRUE;
        case "thoughtSignature" -> signature = WireJson.text(json);
        case "functionCall" -> WireJson.eachField(json, inner -> readCall(inner, json));
        default -> {}
      }
    }

    private void readCall(String field, JsonParser json) throws IOException {
      switch (field) {
        case "id" -> id = WireJson.text(json);
        case "name" -> name = WireJson.text(json);
        case "args" -> arguments = WireJson.tree(json).toString();
        default -> {}
      }
    }
  }

  /// The figures of a usage. What was in the cache is part of the prompt; thoughts are no part of
  /// the candidates, but paid for like their words.
  private static final class Figures {
    private int input;
    private int output;
    private int cached;
    private int thoughts;

    void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "promptTokenCount", "toolUsePromptTokenCount" -> input += WireJson.figure(json);
        case "candidatesTokenCount" -> output = WireJson.figure(json);
        case "cachedContentTokenCount" -> cached = WireJson.figure(json);
        case "thoughtsTokenCount" -> thoughts = WireJson.figure(json);
        default -> {}
      }
    }

    Usage usage() {
      return new Usage(input, output + thoughts, cached, 0, thoughts);
    }
  }
}
