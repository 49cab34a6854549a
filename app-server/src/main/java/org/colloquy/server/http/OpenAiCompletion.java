package org.colloquy.server.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.colloquy.model.Usage;
import org.colloquy.server.core.turn.Completion;

/// A whole answer as OpenAI writes it: a chat completion object.
public record OpenAiCompletion(
    String id, String object, long created, String model, List<Choice> choices, OpenAiUsage usage) {
  public OpenAiCompletion {
    choices = List.copyOf(choices);
  }

  static OpenAiCompletion of(Completion completion, String text, Usage usage) {
    return new OpenAiCompletion(
        id(completion),
        "chat.completion",
        completion.startedAt().getEpochSecond(),
        completion.model(),
        List.of(new Choice(0, new Said("assistant", text), "stop")),
        OpenAiUsage.of(usage));
  }

  static String id(Completion completion) {
    return "chatcmpl-" + completion.id().toString().replace("-", "");
  }

  /// What the model said.
  public String text() {
    return choices.getFirst().message().content();
  }

  /// One of several answers; here always the only one.
  public record Choice(
      int index, Said message, @JsonProperty("finish_reason") String finishReason) {}

  /// A message.
  public record Said(String role, String content) {}
}
