package org.colloquy.server.core.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.colloquy.model.Usage;
import org.jspecify.annotations.Nullable;

/// What a call took, about to be stored.
///
/// @param estimated whether the tokens were counted here, because the provider told none
/// @param at when it ended
public record NewUse(ModelCall call, Usage usage, boolean estimated, Instant at) {
  /// The day it counts for, in UTC.
  public LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /// In millionths of a US dollar; null when no price was known.
  public @Nullable Long cost() {
    var price = call.price();
    return price == null ? null : price.of(usage);
  }
}
