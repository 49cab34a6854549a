package org.colloquy.desktop.client;

import java.time.Duration;
import java.time.Instant;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Usage;
import org.jspecify.annotations.Nullable;

/// How an answer came about, as far as the server knows and tells.
///
/// @param model null when it is not known
/// @param times null when they are not known
/// @param usage [Usage#NONE] when nobody knows
/// @param estimated whether tokens were counted by the server, because the provider told none
/// @param cost in millionths of a US dollar; null when it is not known
/// @param asked null when it is not known, or somebody else asked
public record AnswerDetail(
    @Nullable ModelUsed model,
    Instant askedAt,
    @Nullable Times times,
    Usage usage,
    boolean estimated,
    @Nullable Long cost,
    @Nullable Asked asked) {
  /// How long it took.
  ///
  /// @param firstWord until the first word came; null when none did
  /// @param whole until its end
  /// @param tokensPerSecond null when it is not known
  public record Times(
      @Nullable Duration firstWord, Duration whole, @Nullable Double tokensPerSecond) {}

  /// With what it was asked.
  ///
  /// @param agent the name of the agent; null when none answered
  public record Asked(@Nullable String agent, ModelParameters parameters) {}
}
