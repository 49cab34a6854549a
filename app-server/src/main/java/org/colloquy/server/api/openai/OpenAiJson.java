package org.colloquy.server.api.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.colloquy.model.StopReason;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.turn.Completion;
import org.colloquy.server.core.turn.NamedModel;
import org.colloquy.server.http.OpenAiUsage;
import org.jspecify.annotations.Nullable;

/// What the OpenAI-compatible API sends.
final class OpenAiJson {
  private OpenAiJson() {}

  record ListJson<T>(String object, List<T> data) {
    static <T> ListJson<T> of(List<T> data) {
      return new ListJson<>("list", data);
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ModelJson(String id, String object, long created, String ownedBy) {
    static ModelJson of(NamedModel model) {
      return new ModelJson(
          model.name(),
          "model",
          model.provider().createdAt().getEpochSecond(),
          model.providerName());
    }
  }

  /// @param systemFingerprint null when the provider told none
  @JsonNaming(SnakeCaseStrategy.class)
  record CompletionJson(
      String id,
      String object,
      long created,
      String model,
      List<ChoiceJson> choices,
      OpenAiUsage usage,
      @Nullable String systemFingerprint) {}

  /// @param logprobs always null: they are not passed on
  @JsonNaming(SnakeCaseStrategy.class)
  record ChoiceJson(
      int index, MessageJson message, @Nullable String logprobs, String finishReason) {
    static ChoiceJson of(MessageJson message, String finishReason) {
      return new ChoiceJson(0, message, null, finishReason);
    }
  }

  /// @param content null when nothing was said but calls
  /// @param refusal always null: a refusal is an answer like others here
  record MessageJson(
      String role,
      @Nullable String content,
      @Nullable String refusal,
      @JsonProperty("reasoning_content") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String reasoning,
      @JsonProperty("tool_calls") @JsonInclude(JsonInclude.Include.NON_EMPTY)
          List<CallJson> toolCalls) {}

  /// @param index its place among the calls, told in streams only
  record CallJson(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer index,
      String id,
      String type,
      FunctionJson function) {
    static CallJson of(@Nullable Integer index, TurnEvent.ToolCalled call) {
      return new CallJson(
          index, call.callId(), "function", new FunctionJson(call.tool(), call.arguments()));
    }
  }

  record FunctionJson(String name, String arguments) {}

  static String id(Completion completion) {
    return "chatcmpl-" + completion.id().toString().replace("-", "");
  }

  static @Nullable String fingerprint(TurnEvent.Finished finished) {
    return finished.fingerprint().isEmpty() ? null : finished.fingerprint();
  }

  /// Why the answer ended, in OpenAI's words.
  ///
  /// @param called whether it called tools: not every provider says so in its reason
  static String finishReason(StopReason reason, boolean called) {
    return switch (reason) {
      case LENGTH -> "length";
      case FILTERED -> "content_filter";
      case STOP, TOOL_CALLS, UNKNOWN -> called ? "tool_calls" : "stop";
    };
  }
}
