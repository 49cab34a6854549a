package org.colloquy.desktop.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person looks for.
///
/// @param kind null for everything
/// @param from nothing older; null for any time
/// @param model the model that said it; empty for whoever said it
/// @param by who said it, such as `user`; empty for whoever said it
/// @param agent that it is with, or that alone recalls it; null for whatever agent
/// @param after where a kind goes on; empty for the beginning
public record SearchQuestion(
    String words,
    @Nullable SearchKind kind,
    @Nullable Instant from,
    String model,
    String by,
    @Nullable UUID agent,
    String after) {}
