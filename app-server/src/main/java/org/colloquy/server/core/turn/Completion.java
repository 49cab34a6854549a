package org.colloquy.server.core.turn;

import java.time.Instant;
import java.util.UUID;

/// An answer that belongs to no conversation, about to be given.
///
/// @param model the name of the one that answers, as its provider calls it
/// @param stop stops the model at once, from any thread: the reader has gone and nobody says so
public record Completion(UUID id, String model, Instant startedAt, Runnable stop) {}
