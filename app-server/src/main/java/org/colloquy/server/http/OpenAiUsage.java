package org.colloquy.server.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.colloquy.model.Usage;

/// What an answer took, as OpenAI writes it.
public record OpenAiUsage(
    @JsonProperty("prompt_tokens") int prompt,
    @JsonProperty("completion_tokens") int completion,
    @JsonProperty("total_tokens") int total,
    @JsonProperty("prompt_tokens_details") PromptDetails promptDetails,
    @JsonProperty("completion_tokens_details") CompletionDetails completionDetails) {
  /// This usage.
  public static OpenAiUsage of(Usage usage) {
    return new OpenAiUsage(
        usage.input(),
        usage.output(),
        usage.input() + usage.output(),
        new PromptDetails(usage.cached()),
        new CompletionDetails(usage.reasoning()));
  }

  /// Parts of the prompt.
  public record PromptDetails(@JsonProperty("cached_tokens") int cached) {}

  /// Parts of the completion.
  public record CompletionDetails(@JsonProperty("reasoning_tokens") int reasoning) {}
}
