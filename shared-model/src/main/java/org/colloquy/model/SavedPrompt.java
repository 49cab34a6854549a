package org.colloquy.model;

import java.time.Instant;

/// A prompt that somebody keeps to use it again.
///
/// @param number the same prompt as an integer
public record SavedPrompt(
    SavedPromptId id,
    long number,
    AccountId owner,
    PromptText text,
    Instant createdAt,
    Instant changedAt) {}
