package org.colloquy.server.core.usage;

import org.jspecify.annotations.Nullable;

/// What several calls took together.
///
/// @param of what they have in common; null for calls without one, such as a key
/// @param name what people read; empty if there is none
/// @param cached tokens of the input that providers had in a cache
/// @param cacheWritten tokens of the input that providers wrote into a cache
/// @param reasoning tokens of the output that were thoughts
/// @param estimated how many of the calls have tokens that were counted here
/// @param cost in millionths of a US dollar, of the calls with a price; null when none has one
/// @param unpriced how many of the calls have no price
public record UsageSum(
    @Nullable String of,
    String name,
    long calls,
    long input,
    long output,
    long cached,
    long cacheWritten,
    long reasoning,
    long estimated,
    @Nullable Long cost,
    long unpriced) {}
