package org.colloquy.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a model is to answer. What is null is left to the provider, and is not sent to it.
///
/// @param temperature how freely it chooses its words, from 0 to 2
/// @param topP from which share of the likeliest words it chooses, above 0 to 1
/// @param seed the same seed makes the same answer likelier
/// @param maxTokens the most tokens of the answer, from 1
/// @param stop texts at which it stops; empty for none
/// @param format in which form it answers
public record ModelParameters(
    @Nullable Double temperature,
    @Nullable Double topP,
    @Nullable Long seed,
    @Nullable Integer maxTokens,
    List<String> stop,
    @Nullable ResponseFormat format) {
  /// Everything is left to the provider.
  public static final ModelParameters NONE =
      new ModelParameters(null, null, null, null, List.of(), null);

  public ModelParameters {
    stop = List.copyOf(stop);
  }

  /// The same for answers of so many tokens at the most.
  public ModelParameters answering(int most) {
    return new ModelParameters(temperature, topP, seed, most, stop, format);
  }

  /// These, and where they leave something open, those.
  public ModelParameters or(ModelParameters those) {
    return new ModelParameters(
        temperature == null ? those.temperature : temperature,
        topP == null ? those.topP : topP,
        seed == null ? those.seed : seed,
        maxTokens == null ? those.maxTokens : maxTokens,
        stop.isEmpty() ? those.stop : stop,
        format == null ? those.format : format);
  }
}
