package org.colloquy.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A fact that an account wants remembered.
///
/// @param number the same memory as an integer, for clients that count
/// @param agent the only agent that recalls it; null for all of them
/// @param changedAt when its text or agent was changed last, or when it was created
public record Memory(
    MemoryId id,
    long number,
    AccountId owner,
    @Nullable AgentId agent,
    String text,
    Instant createdAt,
    Instant changedAt) {}
