package org.colloquy.server.api.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.turn.Prompt;
import org.jspecify.annotations.Nullable;

/// One message that a client brings along.
///
/// @param content a text, or a list of parts
/// @param toolCalls what an assistant wanted called
/// @param toolCallId the call that a tool's message is the result of
@JsonNaming(SnakeCaseStrategy.class)
record MessageBody(
    @Nullable String role,
    @Nullable JsonNode content,
    @Nullable List<@Nullable CallBody> toolCalls,
    @Nullable String toolCallId) {
  record CallBody(@Nullable String id, @Nullable String type, @Nullable CalledFunction function) {}

  record CalledFunction(@Nullable String name, @Nullable String arguments) {}

  /// @param at where it stands in the request
  Prompt.Line line(String at) {
    if (role == null) {
      throw Wrong.missing(at + ".role");
    }
    var parts = new ContentParts(content, at + ".content");
    return switch (role) {
      case "system", "developer" -> new Prompt.Line(Role.SYSTEM, parts.text());
      case "user" ->
          new Prompt.Line(Role.USER, parts.textBesidePictures(), List.of(), null, parts.pictures());
      case "assistant" -> assistant(parts, at);
      case "tool" -> result(parts, at);
      default ->
          throw Wrong.with(
              at + ".role", "This must be system, developer, user, assistant or tool.");
    };
  }

  private Prompt.Line assistant(ContentParts parts, String at) {
    var calls = calls(at + ".tool_calls");
    var text = calls.isEmpty() ? parts.text() : parts.textIfAny();
    return new Prompt.Line(Role.ASSISTANT, text, calls, null);
  }

  private Prompt.Line result(ContentParts parts, String at) {
    if (toolCallId == null) {
      throw Wrong.missing(at + ".tool_call_id");
    }
    return new Prompt.Line(Role.TOOL, parts.text(), List.of(), toolCallId);
  }

  private List<ToolCall> calls(String at) {
    var calls = new ArrayList<ToolCall>();
    for (var call : toolCalls == null ? List.<@Nullable CallBody>of() : toolCalls) {
      var function = call == null ? null : call.function();
      var id = call == null ? null : call.id();
      if (id == null || function == null || function.name() == null) {
        throw Wrong.with(at, "Each needs an id, and a function with its name.");
      }
      var arguments = function.arguments();
      calls.add(new ToolCall(id, function.name(), arguments == null ? "{}" : arguments));
    }
    return calls;
  }
}
