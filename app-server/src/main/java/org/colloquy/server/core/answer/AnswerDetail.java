package org.colloquy.server.core.answer;

import java.time.Duration;
import java.time.Instant;
import org.colloquy.model.Message;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Usage;
import org.jspecify.annotations.Nullable;

/// What is known of how an answer came about. What it took is that of the whole turn: of the answer
/// and of the calls of tools before it.
///
/// @param askedAt when the turn began; of an answer from before that was kept, when it began to
///   grow
/// @param times null when they were not kept
/// @param usage in tokens; [Usage#NONE] when nobody knows
/// @param estimated whether some of the tokens were counted here, because the provider told none
/// @param cost in millionths of a US dollar, of the caller's own calls; null when it is not known
/// @param asked null when it was not kept, or somebody else than the caller asked
public record AnswerDetail(
    Message answer,
    Instant askedAt,
    @Nullable Times times,
    Usage usage,
    boolean estimated,
    @Nullable Long cost,
    @Nullable Asked asked) {
  /// How long an answer took.
  ///
  /// @param firstWord until the first word came, said or thought; null when none did
  /// @param whole until its end
  /// @param tokensPerSecond from the first word on; null when that is not known
  public record Times(
      @Nullable Duration firstWord, Duration whole, @Nullable Double tokensPerSecond) {}

  /// With what the caller asked.
  ///
  /// @param agent the name of the agent that answered; empty when none did
  /// @param parameters what the turn, its conversation and its agent said of how to answer
  public record Asked(String agent, ModelParameters parameters) {}
}
