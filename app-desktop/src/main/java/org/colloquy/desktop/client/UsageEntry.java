package org.colloquy.desktop.client;

import org.jspecify.annotations.Nullable;

/// What asking models took, for one day, model, key or conversation.
///
/// @param of which one: the day, the name of the model, an id; null for none
/// @param name what people read; empty when `of` says it
/// @param input tokens of prompts
/// @param output tokens of answers
/// @param cached tokens of prompts that providers had in a cache
/// @param cacheWritten tokens of prompts that providers wrote into a cache
/// @param reasoning tokens of answers that were thoughts
/// @param estimated how many calls' tokens were counted here instead of by the provider
/// @param cost in millionths of a US dollar; null when it is not known of any call
/// @param unpriced how many calls it is not known of
public record UsageEntry(
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
