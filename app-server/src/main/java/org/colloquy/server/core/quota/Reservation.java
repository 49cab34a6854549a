package org.colloquy.server.core.quota;

import java.time.Instant;
import java.util.UUID;
import org.colloquy.server.core.usage.ModelCall;

/// What is set aside for a call of a model until it is known what it took.
///
/// @param granted what may be taken; the answer may be shorter than was needed
/// @param cost of all of it, in millionths of a US dollar; 0 when no price is known
/// @param heldUntil when nobody can be asking any more
public record Reservation(UUID id, ModelCall call, Need granted, long cost, Instant heldUntil) {}
