package org.colloquy.server.core.quota;

import org.jspecify.annotations.Nullable;

/// The most that may be used in a day and in a month, in UTC; null where there is no end.
///
/// @param tokensPerDay of prompts and answers together
/// @param costPerDay in millionths of a US dollar
public record QuotaLimits(
    @Nullable Long tokensPerDay,
    @Nullable Long tokensPerMonth,
    @Nullable Long costPerDay,
    @Nullable Long costPerMonth) {
  /// Whether it limits nothing.
  public boolean isEmpty() {
    return tokensPerDay == null
        && tokensPerMonth == null
        && costPerDay == null
        && costPerMonth == null;
  }
}
