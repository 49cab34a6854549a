package org.colloquy.server.api.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.ModelParameters;
import org.colloquy.server.core.turn.CompletionRequest;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.Prompt;
import org.jspecify.annotations.Nullable;

/// What a client wants answered. Fields that are not here are ignored.
///
/// @param parallelToolCalls false when the client does one call at a time
/// @param maxTokens the older name of `maxCompletionTokens`
/// @param stop a text or a list of them
/// @param n how many answers; there is always one
@JsonNaming(SnakeCaseStrategy.class)
record CompletionBody(
    @Nullable String model,
    @Nullable List<@Nullable MessageBody> messages,
    @Nullable Boolean stream,
    @Nullable StreamOptions streamOptions,
    @Nullable List<@Nullable ToolBody> tools,
    @Nullable JsonNode toolChoice,
    @Nullable Boolean parallelToolCalls,
    @Nullable FormatBody responseFormat,
    @Nullable Double temperature,
    @Nullable Double topP,
    @Nullable Long seed,
    @Nullable Integer maxTokens,
    @Nullable Integer maxCompletionTokens,
    @Nullable JsonNode stop,
    @Nullable Integer n) {
  /// @param includeUsage whether a last chunk tells the tokens
  @JsonNaming(SnakeCaseStrategy.class)
  record StreamOptions(@Nullable Boolean includeUsage) {}

  boolean streams() {
    return Boolean.TRUE.equals(stream);
  }

  boolean tellsUsage() {
    return streamOptions != null && Boolean.TRUE.equals(streamOptions.includeUsage());
  }

  /// How many calls of tools one answer may have.
  int callsAtOnce() {
    return Boolean.FALSE.equals(parallelToolCalls) ? 1 : Integer.MAX_VALUE;
  }

  CompletionRequest request() {
    if (n != null && n != 1) {
      throw Wrong.with("n", "There is one answer to a request: n can only be 1.");
    }
    if (model == null || model.isBlank()) {
      throw Wrong.with("model", "You must say which model is to answer.");
    }
    var offers = ToolBody.offers(tools);
    return new CompletionRequest(
        new ModelChoice.Called(model.strip()),
        lines(),
        offers,
        ToolBody.choice(toolChoice, offers),
        parameters());
  }

  private List<Prompt.Line> lines() {
    if (messages == null) {
      throw Wrong.missing("messages");
    }
    var lines = new ArrayList<Prompt.Line>();
    for (int i = 0; i < messages.size(); i++) {
      var at = "messages[" + i + "]";
      var message = messages.get(i);
      if (message == null) {
        throw Wrong.with(at, "This is not a message.");
      }
      lines.add(message.line(at));
    }
    return lines;
  }

  private ModelParameters parameters() {
    return new ModelParameters(
        temperature,
        topP,
        seed,
        maxCompletionTokens == null ? maxTokens : maxCompletionTokens,
        stops(),
        responseFormat == null ? null : responseFormat.format());
  }

  private List<String> stops() {
    if (stop == null || stop.isNull()) {
      return List.of();
    }
    if (stop.isTextual()) {
      return List.of(stop.textValue());
    }
    if (!stop.isArray() || !stop.valueStream().allMatch(JsonNode::isTextual)) {
      throw Wrong.with("stop", "This must be a text or a list of texts.");
    }
    return stop.valueStream().map(JsonNode::textValue).toList();
  }
}
