package org.colloquy.model;

import java.time.Instant;

/// A fact that an account wants remembered.
///
/// @param number the same memory as an integer, for clients that count
public record Memory(MemoryId id, long number, AccountId owner, String text, Instant createdAt) {}
