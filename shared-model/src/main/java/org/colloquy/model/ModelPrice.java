package org.colloquy.model;

/// What a model's tokens cost, in millionths of a US dollar for a million tokens.
///
/// @param input for tokens of the prompt
/// @param output for tokens of the answer
public record ModelPrice(long input, long output) {
  /// The currency of all prices.
  public static final String CURRENCY = "USD";

  /// Of what costs nothing.
  public static final ModelPrice FREE = new ModelPrice(0, 0);

  private static final long TOKENS = 1_000_000;

  /// What this usage costs, in millionths of a US dollar, rounded.
  public long of(Usage usage) {
    return (usage.input() * input + usage.output() * output + TOKENS / 2) / TOKENS;
  }
}
