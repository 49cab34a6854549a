package org.colloquy.server.core.usage;

import java.time.Instant;
import org.colloquy.model.ConversationId;
import org.colloquy.model.KeyId;
import org.colloquy.model.Usage;
import org.jspecify.annotations.Nullable;

/// What one call of a model took.
///
/// @param number rises
/// @param conversation null when it belonged to none, or that is gone
/// @param cost in millionths of a US dollar, at the price of then; null when none was known
public record ModelUse(
    long number,
    @Nullable ConversationId conversation,
    String provider,
    String model,
    @Nullable KeyId key,
    String keyName,
    Instant at,
    Usage usage,
    boolean estimated,
    @Nullable Long cost) {}
