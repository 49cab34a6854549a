package org.colloquy.desktop.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person looks for.
///
/// @param kind null for everything
/// @param from nothing older; null for any time
/// @param model the model that said it; empty for whoever said it
/// @param after where a kind goes on; empty for the beginning
public record SearchQuestion(
    String words, @Nullable SearchKind kind, @Nullable Instant from, String model, String after) {}
