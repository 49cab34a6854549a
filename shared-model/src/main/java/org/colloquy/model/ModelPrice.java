package org.colloquy.model;

import org.jspecify.annotations.Nullable;

/// What a model's tokens cost, in millionths of a US dollar for a million tokens.
///
/// @param input for tokens of the prompt
/// @param output for tokens of the answer
/// @param cached for tokens of the prompt that the provider had in its cache; null when they are
///   not known to cost something else than the others
/// @param cacheWritten for tokens of the prompt that the provider wrote into its cache; null as
///   above
public record ModelPrice(
    long input, long output, @Nullable Long cached, @Nullable Long cacheWritten) {
  /// The currency of all prices.
  public static final String CURRENCY = "USD";

  /// Of what costs nothing.
  public static final ModelPrice FREE = new ModelPrice(0, 0);

  private static final long TOKENS = 1_000_000;

  public ModelPrice {
    cached = cached != null && cached == input ? null : cached;
    cacheWritten = cacheWritten != null && cacheWritten == input ? null : cacheWritten;
  }

  /// One at which a cache makes no difference.
  public ModelPrice(long input, long output) {
    this(input, output, null, null);
  }

  /// What this usage costs, in millionths of a US dollar, rounded.
  public long of(Usage usage) {
    long plain = (long) usage.input() - usage.cached() - usage.cacheWritten();
    long exact =
        plain * input
            + usage.cached() * inputOr(cached)
            + usage.cacheWritten() * inputOr(cacheWritten)
            + usage.output() * output;
    return (exact + TOKENS / 2) / TOKENS;
  }

  /// The most that a token of the prompt can cost, whatever the provider does with its cache.
  public long dearestInput() {
    return Math.max(input, Math.max(inputOr(cached), inputOr(cacheWritten)));
  }

  private long inputOr(@Nullable Long other) {
    return other == null ? input : other;
  }
}
